package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.release.NewRelease;
import fr.forment.release.ReleaseService;
import fr.forment.resource.ClosureService;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A reason nobody can see is none: forms of Tasklist refuse it as pages do, and keep no such character. */
@HouseTest
@Tag("attack")
class UnseenTextsTest {

    private static final String UNSEEN = "\u202e\u0000";

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    ClosureService closures;

    @Autowired
    ReleaseService releases;

    @Autowired
    Journal journal;

    @ParameterizedTest
    @ValueSource(strings = {UNSEEN, "\u200b", " \u00a0 ", "   "})
    void aSessionIsNotCalledOffForAReasonNobodySees(String unseen) {
        Circo circo = ground.circonscription(2);
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        LocalDate day = SessionGround.WEDNESDAY.toLocalDate();
        closures.close(circo.uai(), circo.schools().get(0), day, day, "Travaux");
        theCase.fires("convocationDue").waitsAt("prepare", "decideDate");
        assertThat(theCase.refuses("decideDate", Map.of("decision", "ANNULER", "motive", unseen)))
                .contains("motif");
        assertThat(theCase.refuses("decideDate", Map.of("decision", "ANNULER", "motive", "x".repeat(501))))
                .as("as long as its field lets it be")
                .contains("501 caractères", "500 au plus");
        assertThat(sessions.find(session.id()).orElseThrow().state()).isEqualTo(SessionState.DATE_A_FIXER);
        theCase.completes("decideDate", Map.of("decision", "ANNULER", "motive", "Une fuite" + UNSEEN + " d'eau"));
        assertThat(sessions.find(session.id()).orElseThrow().state()).isEqualTo(SessionState.ANNULEE);
        assertThat(journal.of(TrainingSession.JOURNAL, session.id()))
                .extracting(JournalEntry::why)
                .contains("Une fuite d'eau");
    }

    @Test
    void aSmallSessionIsNotCalledOffForOneEither() {
        Circo circo = ground.circonscription(2);
        TrainingSession session = some.session(circo, 10, 5);
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .waitsAt("prepare", "decideLow");
        assertThat(theCase.refuses("decideLow", Map.of("decision", "ANNULER", "motive", UNSEEN)))
                .contains("motif");
    }

    @Test
    void schoolsReadWhatChangesOrAreToldNothing() {
        Circo circo = ground.circonscription(2);
        ground.as(circo.erun());
        long release = releases.declare(new NewRelease(
                        circo.uai(),
                        "8." + circo.uai(),
                        LocalDate.of(2026, 9, 20),
                        "Des menus",
                        Set.of("PEDA-1"),
                        null))
                .id();
        driver.runDue();
        TheCase theCase = driver.theCase("entRelease", release).waitsAt("qualify");
        assertThat(theCase.refuses("qualify", Map.of("need", "TUTORIEL", "changes", UNSEEN)))
                .contains("ce qui change");
    }

    @Test
    void aNewcomerHasAName() {
        Circo circo = ground.circonscription(2);
        var form = new HashMap<String, Object>(Map.of(
                "lastName",
                UNSEEN,
                "firstName",
                "Anne",
                "email",
                circo.uai() + ".u@exemple.invalid",
                "agentFunction",
                "ADJOINT",
                "quotity",
                "100",
                "takenUpOn",
                "2026-09-01",
                "entExperience",
                "NON",
                "school",
                circo.schools().get(0)));
        ground.as(circo.directors().get(0));
        assertThat(driver.refusesToStart("arrivalDeclaration", form)).contains("nom");
    }
}
