package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.StaffService;
import fr.forment.people.TrainingRecords;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class EnrolmentServiceTest {

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    SessionService service;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionGround some;

    @Autowired
    TestGround ground;

    @Autowired
    ProcessDriver driver;

    @Autowired
    HoursLedger hours;

    @Autowired
    TrainingRecords records;

    @Autowired
    StaffService staff;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(5);
    }

    @Test
    void refusesOneByOneWhatTheRulesForbid() {
        TrainingSession session = some.session(circo, 10, 1);
        Agent agent = circo.teachers().get(0);
        some.enrol(session, agent);
        assertThat(refusal(session, agent, "")).contains("figure déjà sur la liste");

        Agent gone = circo.teachers().get(1);
        staff.leave(gone.id(), LocalDate.of(2026, 11, 1));
        assertThat(refusal(session, gone, "un motif")).contains("n'est plus en poste");

        assertThat(refusal(session, circo.cpc(), "un motif")).contains("au même moment");

        Agent trained = circo.teachers().get(2);
        transaction.executeWithoutResult(
                tx -> records.record(trained.id(), "PRES-ECOLE", LocalDate.of(2026, 1, 7), "import"));
        assertThat(refusal(session, trained, ""))
                .contains("a déjà suivi ce module")
                .contains("indiquez un motif");
        assertThat(enrolments
                        .enrol(session.id(), trained.id(), "Souhaite revoir")
                        .state())
                .isEqualTo(EnrolmentState.INSCRIT);

        Agent tired = circo.teachers().get(3);
        transaction.executeWithoutResult(tx -> hours.plan(tired.id(), "2026-2027", 300, "autre:1"));
        assertThat(refusal(session, tired, "")).contains("plus assez d'heures");
    }

    @Test
    void whoWaitsIsPromotedInTurnAndDoesNotBlockHimself() {
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment first = some.enrol(session, circo.teachers().get(0));
        Enrolment second = some.enrol(session, circo.teachers().get(1));
        Enrolment third = some.enrol(session, circo.teachers().get(2));
        assertThat(second.state()).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        assertThat(hours.entMinutesLeft(second.agentId(), "2026-2027"))
                .as("who waits gives no hours")
                .isEqualTo(360);

        enrolments.decline(first.id(), first.agentId());
        assertThat(state(first)).isEqualTo(EnrolmentState.ANNULE_AGENT);
        assertThat(state(second)).isEqualTo(EnrolmentState.INSCRIT);
        assertThat(state(third)).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        assertThat(hours.entMinutesLeft(first.agentId(), "2026-2027")).isEqualTo(360);
        assertThat(hours.entMinutesLeft(second.agentId(), "2026-2027")).isEqualTo(270);
        assertThat(some.writtenTo("enrol", second.id()))
                .containsExactly(circo.teachers().get(1).email());
        assertThat(some.writtenTo("excuse", first.id()))
                .as("who said it has it in his calendar")
                .containsExactlyInAnyOrder(
                        circo.directors().get(0).email(),
                        circo.teachers().get(0).email());
    }

    @Test
    void whoLeftAfterAPromotionIsNotInvitedAgain() {
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment first = some.enrol(session, circo.teachers().get(0));
        Enrolment second = some.enrol(session, circo.teachers().get(1));
        enrolments.decline(first.id(), null);
        enrolments.decline(second.id(), null);
        assertThat(state(second)).isEqualTo(EnrolmentState.ANNULE_AGENT);
        assertThat(sessions.find(session.id()).orElseThrow().booked()).isZero();
        Enrolment late = some.enrol(session, circo.teachers().get(2));
        assertThat(late.state()).as("the chain has drained, a place is free").isEqualTo(EnrolmentState.INSCRIT);
        assertThat(state(second)).isEqualTo(EnrolmentState.ANNULE_AGENT);
    }

    @Test
    void promotionPassesOverWhoCannotComeAnyMore() {
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment first = some.enrol(session, circo.teachers().get(0));
        Enrolment tired = some.enrol(session, circo.teachers().get(1));
        Enrolment next = some.enrol(session, circo.teachers().get(2));
        transaction.executeWithoutResult(tx -> hours.plan(tired.agentId(), "2026-2027", 330, "autre:1"));
        enrolments.decline(first.id(), null);
        assertThat(state(tired)).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        assertThat(state(next)).isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void whoLeavesHisPostFreesHisPlacesAndIsReplacedAsATrainer() {
        TrainingSession before = some.session(circo, SessionGround.WEDNESDAY.minusDays(14), 1, 1);
        TrainingSession after = some.session(circo, 1, 1);
        Agent agent = circo.teachers().get(0);
        Enrolment kept = some.enrol(before, agent);
        Enrolment freed = enrolments.enrol(after.id(), agent.id(), "Deux sessions");
        Enrolment waiting = some.enrol(after, circo.teachers().get(1));
        staff.leave(agent.id(), LocalDate.of(2026, 11, 10));
        assertThat(state(kept)).isEqualTo(EnrolmentState.INSCRIT);
        assertThat(state(freed)).isEqualTo(EnrolmentState.ANNULE_ADMIN);
        assertThat(state(waiting)).isEqualTo(EnrolmentState.INSCRIT);

        staff.leave(circo.cpc().id(), LocalDate.of(2026, 11, 10));
        assertThat(sessions.find(before.id()).orElseThrow().trainerId())
                .isEqualTo(circo.cpc().id());
        assertThat(sessions.find(after.id()).orElseThrow().trainerId()).isNull();
        assertThat(some.writtenTo("trainerMissing", after.id() + ":0"))
                .as("the E-RUN may be who is away: the CPC hears it too")
                .containsExactly(circo.erun().email(), circo.cpc().email());
    }

    /** Where there is no E-RUN, another of the team looks for somebody. */
    @Test
    void aSessionWithoutTrainerIsToldToTheNextOfTheTeamWhereThereIsNoErun() {
        TrainingSession session = some.session(circo, 1, 1);
        jdbc.sql("UPDATE agent SET left_on = DATE '2026-08-31' WHERE id = ?")
                .param(circo.erun().id())
                .update();
        service.entrustTo(session.id(), null);
        assertThat(sessions.find(session.id()).orElseThrow().trainerId()).isNull();
        assertThat(some.writtenTo("trainerMissing", session.id() + ":0"))
                .containsExactly(circo.cpc().email());
    }

    @Test
    void findsTheNextSessionThatSuits() {
        TrainingSession full = some.session(circo, 1, 1);
        some.enrol(full, circo.teachers().get(0));
        TrainingSession later = some.session(circo, SessionGround.WEDNESDAY.plusDays(7), 5, 1);
        Agent newcomer = circo.teachers().get(4);
        assertThat(service.enrolNext(newcomer.id(), "PRES-ECOLE")).contains(later.id());
        assertThat(service.enrolNext(newcomer.id(), "PRES-ECOLE"))
                .as("told again")
                .contains(later.id());
        assertThat(sessions.enrolments(later.id())).hasSize(1);
        assertThat(service.enrolNext(newcomer.id(), "PEDA-1")).isEmpty();
    }

    @Test
    void enrolsNobodyOnceTheSessionHasBegunNorInAParentsMeeting() {
        TrainingSession session = some.session(circo, 5, 1);
        some.enrol(session, circo.teachers().get(1));
        driver.travelTo(SessionGround.WEDNESDAY.plusMinutes(5));
        assertThat(refusal(session, circo.teachers().get(0), "")).contains("a commencé");
        TrainingSession parents = service.open(some.of(circo, SessionGround.WEDNESDAY.plusDays(14), 50, 1, true));
        assertThat(refusal(parents, circo.teachers().get(0), "")).contains("réunion de parents");
    }

    @Test
    void everyChangeLeavesATrace() {
        TrainingSession session = some.session(circo, 5, 1);
        ground.as(circo.erun());
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        enrolments.remove(row.id(), "Erreur de saisie");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> enrolments.remove(row.id(), " "))
                .withMessageContaining("pourquoi");
        assertThat(jdbc.sql(
                                "SELECT before || '>' || after || ':' || COALESCE(why, '') FROM journal WHERE kind = 'ENROLMENT' AND subject = ? AND before IS NOT NULL")
                        .param(String.valueOf(row.id()))
                        .query(String.class)
                        .list())
                .containsExactly("INSCRIT>ANNULE_ADMIN:Erreur de saisie");
        assertThat(some.mails("unseat", row.id())).singleElement().satisfies(mail -> assertThat(mail.bodyText())
                .contains("Erreur de saisie"));
    }

    @Test
    void theTrainerIsNotDoubleBooked() {
        TrainingSession session = some.session(circo, 5, 1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> some.session(circo, SessionGround.WEDNESDAY.plusMinutes(60), 5, 1))
                .withMessageContaining("déjà pris");
        service.entrustTo(session.id(), circo.erun().id());
        some.session(circo, SessionGround.WEDNESDAY.plusMinutes(60), 5, 1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.entrustTo(session.id(), circo.cpc().id()))
                .withMessageContaining("déjà pris");
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.entrustTo(session.id(), row.agentId()))
                .withMessageContaining("inscrite");
    }

    private String refusal(TrainingSession session, Agent agent, String motive) {
        try {
            enrolments.enrol(session.id(), agent.id(), motive);
        } catch (Refusal refused) {
            return refused.getMessage();
        }
        throw new AssertionError("was enrolled");
    }

    private EnrolmentState state(Enrolment row) {
        return sessions.enrolment(row.id()).orElseThrow().state();
    }
}
