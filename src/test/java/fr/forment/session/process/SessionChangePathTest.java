package fr.forment.session.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.hours.HoursLedger;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.EnrolmentState;
import fr.forment.session.HeardEvents;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class SessionChangePathTest {

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    HoursLedger hours;

    @Autowired
    SessionService service;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    HeardEvents heard;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
    }

    @Test
    void takesUpAgainAtTheNewDateWhenPostponedForLackOfPeople() {
        TrainingSession session = some.session(circo, 10, 3);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        driver.runDue(); // the letters of enrolment leave: who was not told is told of no change
        theCase.completes(
                        "decideLow",
                        Map.of(
                                "decision",
                                "REPORTER",
                                "newDay",
                                "2026-12-16",
                                "newTime",
                                "15:00",
                                "motive",
                                "Trop peu d'inscrits"))
                .waitsAt("prepare", "cutOffReached");
        TrainingSession after = sessions.find(session.id()).orElseThrow();
        assertThat(after.startsAt()).isEqualTo(LocalDateTime.of(2026, 12, 16, 15, 0));
        assertThat(after.sequence()).isEqualTo(1);
        assertThat(some.mails("postpone", row.id() + ":1")).singleElement().satisfies(mail -> assertThat(
                        mail.bodyText())
                .contains("mercredi 16 décembre 2026", "Trop peu d'inscrits", "18 novembre"));
        assertThat(some.writtenTo("postpone", session.id() + ":1:trainer"))
                .containsExactly(circo.cpc().email());
        theCase.fires("cutOffReached").waitsAt("prepare", "decideLow");
        assertThat(theCase.formOf("decideLow").get("motive"))
                .as("the earlier answer does not fill the new form")
                .isIn(null, "");
    }

    /** Once is enough, unless fewer come. */
    @Test
    void keptWithFewItIsNotAskedAboutAgainUntilFewerCome() {
        TrainingSession session = some.session(circo, 10, 3);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        some.enrol(session, circo.teachers().get(1));
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .completes("decideLow", Map.of("decision", "MAINTENIR"))
                .passed("confirm");
        service.postpone(session.id(), LocalDateTime.of(2026, 12, 16, 15, 0), null, "Salle prise");
        theCase.waitsAt("prepare", "cutOffReached").fires("cutOffReached").waitsAt("prepare", "convocationDue");

        service.postpone(session.id(), LocalDateTime.of(2027, 1, 13, 15, 0), null, "Neige");
        theCase.waitsAt("prepare", "cutOffReached");
        enrolments.remove(row.id(), "Autre formation");
        theCase.fires("cutOffReached").waitsAt("prepare", "decideLow");
    }

    @Test
    void undoesASessionCancelledForLackOfPeople() {
        TrainingSession session = some.session(circo, 10, 3);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .completes("decideLow", Map.of("decision", "ANNULER", "motive", "Trop peu d'inscrits"))
                .passed("notKept", "cancel", "sessionCancelled")
                .didNotPass("begin")
                .isEnded();
        assertCancelled(session, row, "Trop peu d'inscrits");
    }

    @Test
    void aReportThatChangesNothingOrGoesTooFarIsRefused() {
        TrainingSession session = some.session(circo, 10, 1);
        driver.theCase("trainingSession", session.id());
        refused(session.id(), session.startsAt(), "Neige", "rien n'a été changé");
        refused(session.id(), session.startsAt().withYear(9999), "Neige", "lointaine");
        refused(session.id(), session.startsAt().plusDays(7), "x".repeat(2001), "2 000 caractères");
    }

    private void refused(long session, LocalDateTime start, String motive, String said) {
        refused(session, start, null, motive, said);
    }

    private void refused(long session, LocalDateTime start, String place, String motive, String said) {
        assertThatThrownBy(() -> service.postpone(session, start, place, motive))
                .hasMessageContaining(said);
    }

    @Test
    void convokesAgainAfterADateChangedByHand() {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .fires("convocationDue")
                .waitsAt("prepare", "reminderDue");
        assertThat(service.postpone(session.id(), SessionGround.WEDNESDAY.plusDays(14), null, "Neige"))
                .isZero();
        theCase.waitsAt("prepare", "cutOffReached").passed("changed");
        assertThat(sessions.enrolment(row.id()).orElseThrow().state()).isEqualTo(EnrolmentState.INSCRIT);
        theCase.fires("cutOffReached").fires("convocationDue");
        assertThat(some.writtenTo("convoke", row.id() + ":0")).hasSize(1);
        assertThat(some.writtenTo("convoke", row.id() + ":1")).hasSize(1);
        assertThat(theCase.dateOf("reminderDue")).isEqualTo(LocalDateTime.of(2026, 11, 30, 8, 0));
    }

    /** It fell back to a date to be found, and everybody from his summons: only the room had changed. */
    @Test
    void anotherRoomAtTheSameHourLeavesEverybodySummoned() {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .fires("convocationDue")
                .waitsAt("prepare", "reminderDue");
        driver.runDue();
        driver.travelTo(session.startsAt().minusDays(6));

        service.postpone(session.id(), session.startsAt(), "Salle des fêtes, Redon", "Fuite d'eau");

        theCase.waitsAt("prepare", "reminderDue").didNotPass("changed");
        assertThat(sessions.find(session.id()).orElseThrow().place()).isEqualTo("Salle des fêtes, Redon");
        assertThat(sessions.find(session.id()).orElseThrow().state()).isEqualTo(SessionState.CONVOQUEE);
        assertThat(sessions.enrolment(row.id()).orElseThrow().state()).isEqualTo(EnrolmentState.CONVOQUE);
        assertThat(some.mails("postpone", row.id() + ":1")).singleElement().satisfies(mail -> assertThat(
                        mail.bodyText())
                .contains("Lieu : Salle des fêtes, Redon (auparavant", "Fuite d'eau")
                .doesNotContain("reportée"));
        refused(session.id(), session.startsAt(), "Salle des fêtes, Redon", "Encore", "rien n'a été changé");
    }

    @Test
    void takesOutWhoIsElsewhereAtTheNewDateAndLetsTheNextIn() {
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment busy = some.enrol(session, circo.teachers().get(0));
        Enrolment waiting = some.enrol(session, circo.teachers().get(1));
        TrainingSession other = service.open(new NewSession(
                circo.uai(),
                null,
                "SENS-CHGT",
                SessionGround.WEDNESDAY.plusDays(7),
                90,
                circo.schools().get(1),
                session.format(),
                10,
                1,
                session.trainerKind(),
                circo.erun().id(),
                false));
        some.enrol(other, circo.teachers().get(0));
        driver.theCase("trainingSession", session.id());
        assertThat(service.postpone(session.id(), SessionGround.WEDNESDAY.plusDays(7), null, "Salle prise"))
                .isEqualTo(1);
        assertThat(sessions.enrolment(busy.id()).orElseThrow().state()).isEqualTo(EnrolmentState.ANNULE_ADMIN);
        assertThat(sessions.enrolment(waiting.id()).orElseThrow().state()).isEqualTo(EnrolmentState.INSCRIT);
        assertThat(some.writtenTo("unseat", busy.id()))
                .containsExactly(circo.teachers().get(0).email());
    }

    @Test
    void undoesASessionCancelledByHandAfterTheConvocations() {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .fires("convocationDue");
        service.cancel(session.id(), "Formateur souffrant");
        theCase.isEnded().passed("cancelled", "cancel");
        assertCancelled(session, row, "Formateur souffrant");
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void doesNotLoseACancellationThatComesBeforeTheAnnouncement() {
        TrainingSession session = some.session(circo, 10, 1);
        service.cancel(session.id(), "Doublon");
        driver.theCase("trainingSession", session.id())
                .passed("cancel")
                .didNotPass("announce", "cutOffReached")
                .isEnded();
        assertThat(some.mails("announce", session.id())).isEmpty();
        assertThat(heard.about(session.id())).containsExactly("SessionCancelled");
    }

    private void assertCancelled(TrainingSession session, Enrolment row, String motive) {
        assertThat(state(session)).isEqualTo(SessionState.ANNULEE);
        assertThat(sessions.enrolment(row.id()).orElseThrow().state()).isEqualTo(EnrolmentState.SESSION_ANNULEE);
        assertThat(hours.entMinutesLeft(row.agentId(), "2026-2027")).isEqualTo(360);
        assertThat(some.mails("cancel", row.id())).singleElement().satisfies(mail -> assertThat(mail.bodyText())
                .contains(motive));
        assertThat(some.writtenTo("cancel", session.id() + ":trainer"))
                .containsExactly(circo.cpc().email());
        assertThat(heard.about(session.id())).containsExactly("SessionCancelled");
    }

    private SessionState state(TrainingSession session) {
        return sessions.find(session.id()).orElseThrow().state();
    }
}
