package fr.forment.session.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.access.AccountService;
import fr.forment.attendance.MarksService;
import fr.forment.attendance.MarksService.Mark;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.engine.TheCase.TasklistAction;
import fr.forment.french.Refusal;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.Attestation;
import fr.forment.session.closing.Attestations;
import fr.forment.session.closing.MarksReopeningService;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An error is seen once the session is closed: the marks are opened again and what they were worth is set right. */
@HouseTest
class MarksReopenedPathTest {

    private static final String YEAR = "2026-2027";

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    MarksService marks;

    @Autowired
    Agents agents;

    @Autowired
    MarksReopeningService reopening;

    @Autowired
    Attestations attestations;

    @Autowired
    TrainingRecords records;

    @Autowired
    HoursLedger hours;

    @Autowired
    AccountService accounts;

    @Autowired
    Visitor visitor;

    private Circo circo;
    private TrainingSession session;
    private Enrolment right;
    private Enrolment wrong;
    private Enrolment forgotten;
    private TheCase theCase;

    @BeforeEach
    void closed() {
        circo = ground.circonscription(3);
        session = some.session(circo, 10, 1);
        right = some.enrol(session, circo.teachers().get(0));
        wrong = some.enrol(session, circo.teachers().get(1));
        forgotten = some.enrol(session, circo.teachers().get(2));
        driver.theCase("trainingSession", session.id());
        driver.travelTo(SessionGround.WEDNESDAY.plusHours(2));
        marks.record(
                session.id(),
                1,
                Map.of(
                        right.id(), new Mark(EnrolmentState.PRESENT, null),
                        wrong.id(), new Mark(EnrolmentState.PRESENT, null),
                        forgotten.id(), new Mark(EnrolmentState.ABSENT, null)));
        theCase = driver.theCase("trainingSession", session.id())
                .completes("mark", Map.of("confirmed", true))
                .waitsAt("hotEvaluationLate");
        ground.as(circo.secretary());
    }

    @Test
    void keepsWhatWasMarkedAndSetsRightWhatItWasWorth() throws Exception {
        String kept = numberOf(right);
        String revoked = numberOf(wrong);
        reopening.reopen(session.id(), "Deux noms confondus");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> reopening.reopen(session.id(), "Encore"))
                .withMessageContaining("déjà rouvert");
        assertThat(theCase.passed("askCorrection").formOf("correct").get("motive"))
                .hasToString("Deux noms confondus");
        assertThat(theCase.refuses("correct", Map.of())).contains("Cochez");
        assertThat(sessions.find(session.id()).orElseThrow().state())
                .as("counted on meanwhile")
                .isEqualTo(SessionState.CLOTUREE);
        assertThat(state(right)).as("nothing is lost").isEqualTo(EnrolmentState.PRESENT);
        marks.record(
                session.id(),
                1,
                Map.of(
                        wrong.id(), new Mark(EnrolmentState.ABSENT_EXCUSE, null),
                        forgotten.id(), new Mark(EnrolmentState.PARTIEL, 60)));
        theCase.completes("correct", Map.of("confirmed", true))
                .passed("recordCorrection", "corrected")
                .waitsAt("hotEvaluationLate");

        assertThat(numberOf(right)).as("who was right keeps the number").isEqualTo(kept);
        assertThat(attestations.ofAgent(wrong.agentId())).isEmpty();
        assertThat(attestations.find(revoked).map(Attestation::stands)).contains(false);
        assertThat(visitor.page(circo.ien(), "/verifier/" + revoked)
                        .select("[role=status]")
                        .text())
                .as("no other one took its place")
                .isEqualTo("Non. Cette attestation ne vaut plus.");
        assertThat(some.writtenTo("attestationWithdrawn", revoked))
                .as("its holder hears of it")
                .containsExactly(agents.find(wrong.agentId()).orElseThrow().email());
        assertThat(records.has(wrong.agentId(), "PRES-ECOLE")).isFalse();
        assertThat(hours.entMinutesLeft(wrong.agentId(), YEAR)).isEqualTo(360);
        assertThat(attestations.ofAgent(forgotten.agentId())).singleElement().satisfies(a -> assertThat(a.minutes())
                .isEqualTo(60));
        assertThat(hours.entMinutesLeft(forgotten.agentId(), YEAR)).isEqualTo(300);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> marks.allPresent(session.id(), 1))
                .withMessageContaining("clôturée");
        theCase.fires("hotEvaluationLate").waitsAt("coldEvaluationDue");
    }

    @Test
    void remindsAndOutlivesTheArchive() {
        reopening.reopen(session.id(), "Un oubli");
        theCase.fires("correctionLate").passed("remindCorrection", "correctionReminded");
        theCase.fires("correctionOverdue").passed("escalateCorrection");
        assertThat(some.writtenTo("marks", session.id() + ":correctionLate"))
                .contains(circo.cpc().email(), circo.erun().email());
        assertThat(theCase.refuses("correct", Map.of("confirmed", false))).contains("Cochez");
        theCase.fires("coldEvaluationDue")
                .fires("coldEvaluationLate")
                .completes("signBilan", Map.of("causes", "Aucun.", "decision", "", "owner", "", "signed", true))
                .passed("archive");
        marks.record(session.id(), 1, Map.of(forgotten.id(), new Mark(EnrolmentState.PRESENT, null)));
        theCase.completes("correct", Map.of("confirmed", true)).isEnded();
        assertThat(attestations.ofAgent(forgotten.agentId())).hasSize(1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> reopening.reopen(session.id(), "Encore"))
                .withMessageContaining("archivée");
    }

    @Test
    void someoneMustHaveCome() {
        reopening.reopen(session.id(), "Mauvaise feuille");
        marks.record(
                session.id(),
                1,
                Map.of(
                        right.id(), new Mark(EnrolmentState.ABSENT, null),
                        wrong.id(), new Mark(EnrolmentState.ABSENT, null)));
        assertThat(theCase.refuses("correct", Map.of("confirmed", true))).contains("personne n'est venu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trainer", "E-RUN", "secretary"})
    void whoeverMayCorrectDoesSoFromTasklist(String kind) {
        reopening.reopen(session.id(), "Un oubli");
        Agent who = kind.equals("trainer") ? circo.cpc() : kind.equals("E-RUN") ? circo.erun() : circo.secretary();
        String login = accounts.ofAgent(who.id()).orElseThrow().login();
        ground.as(who);
        assertThat(theCase.asksFromTasklist(login, "correct", TasklistAction.claimFor(login)))
                .isNull();
        assertThat(theCase.asksFromTasklist(login, "correct", TasklistAction.submit(Map.of("confirmed", true))))
                .isNull();
        theCase.passed("recordCorrection");
    }

    private String numberOf(Enrolment row) {
        return attestations.ofAgent(row.agentId()).get(0).number();
    }

    private EnrolmentState state(Enrolment row) {
        return sessions.enrolment(row.id()).orElseThrow().state();
    }
}
