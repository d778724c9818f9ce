package fr.forment.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.AgentFunction;
import fr.forment.attendance.MarksService.Mark;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class MarksServiceTest {

    @Autowired
    MarksService marks;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionGround some;

    @Autowired
    TestGround ground;

    @Autowired
    ProcessDriver driver;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private TrainingSession session;
    private Enrolment first;
    private Enrolment second;

    @BeforeEach
    void twoPeopleOnTwoPlaces() {
        circo = ground.circonscription(3);
        session = some.session(circo, 2, 1);
        first = some.enrol(session, circo.teachers().get(0));
        second = some.enrol(session, circo.teachers().get(1));
    }

    @Test
    void marksNobodyBeforeTheSession() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> marks.allPresent(session.id(), 1))
                .withMessageContaining("n'a pas commencé");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        marks.walkIn(session.id(), 1, circo.teachers().get(2).email(), ""));
    }

    @Test
    void tracesACorrection() {
        begin();
        assertThat(marks.allPresent(session.id(), 1)).isEqualTo(2);
        assertThat(marks.record(
                                session.id(),
                                1,
                                Map.of(
                                        first.id(),
                                        new Mark(EnrolmentState.PARTIEL, 40),
                                        second.id(),
                                        new Mark(EnrolmentState.PRESENT, null)))
                        .changed())
                .isEqualTo(1);
        assertThat(sessions.enrolment(first.id()).orElseThrow().minutesAttended())
                .isEqualTo(40);
        assertThat(jdbc.sql(
                                "SELECT before || '>' || after || ' ' || why FROM journal WHERE kind = 'ENROLMENT' AND subject = ? AND why IS NOT NULL")
                        .param(String.valueOf(first.id()))
                        .query(String.class)
                        .list())
                .containsExactly("PRESENT>PARTIEL Correction");
    }

    @Test
    void refusesWhatIsNoPartialPresenceOrNoLineOfTheSheet() {
        begin();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> marks.record(session.id(), 1, Map.of(first.id(), new Mark(EnrolmentState.PARTIEL, 90))))
                .withMessageContaining("1 à 89 minutes");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> marks.record(session.id(), 1, Map.of(-1L, new Mark(EnrolmentState.PRESENT, null))))
                .withMessageContaining("ne fait pas partie");
    }

    @Test
    void whoWalksInMeetsTheSameRules() {
        Agent walker = circo.teachers().get(2);
        begin();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> marks.walkIn(session.id(), 1, walker.email(), "là"))
                .withMessageContaining("complète");
        marks.record(session.id(), 1, Map.of(first.id(), new Mark(EnrolmentState.ABSENT, null)));
        Enrolment added = marks.walkIn(
                session.id(), 1, walker.firstName() + " " + walker.lastName().toLowerCase(), "");
        assertThat(added.state()).isEqualTo(EnrolmentState.PRESENT);
        assertThat(sessions.presentAt(session.id())).containsExactly(walker.id());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> marks.walkIn(session.id(), 1, walker.email(), ""))
                .withMessageContaining("déjà sur la liste");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> marks.walkIn(session.id(), 1, circo.cpc().email(), "là"))
                .withMessageContaining("même moment");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> marks.walkIn(session.id(), 1, "Personne Inconnue", ""))
                .withMessageContaining("Aucune personne de ce nom");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> marks.record(session.id(), 1, Map.of(first.id(), new Mark(EnrolmentState.PRESENT, null))))
                .as("the absent one's place is taken")
                .withMessageContaining("complète");
    }

    @Test
    void asksForTheAddressWhenTwoPeopleHaveTheName() {
        Agent one = ground.agent(NewAgent.inSchool(
                "Homonyme",
                "Dominique",
                "un." + session.id() + "@exemple.invalid",
                AgentFunction.ADJOINT,
                circo.schools().get(1)));
        ground.agent(NewAgent.inSchool(
                "Homonyme",
                "Dominique",
                "deux." + session.id() + "@exemple.invalid",
                AgentFunction.ADJOINT,
                circo.schools().get(2)));
        begin();
        marks.record(session.id(), 1, Map.of(first.id(), new Mark(EnrolmentState.ABSENT_EXCUSE, null)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> marks.walkIn(session.id(), 1, "Dominique Homonyme", ""))
                .withMessageContaining("Plusieurs personnes");
        assertThat(marks.walkIn(session.id(), 1, one.email(), "").agentId()).isEqualTo(one.id());
    }

    @Test
    void whoWaitedComesInByTheSameDoor() {
        Enrolment waiting = some.enrol(session, circo.teachers().get(3));
        begin();
        marks.record(session.id(), 1, Map.of(first.id(), new Mark(EnrolmentState.ABSENT, null)));
        marks.walkIn(session.id(), 1, circo.teachers().get(3).email(), "");
        assertThat(sessions.enrolment(waiting.id()).orElseThrow().state()).isEqualTo(EnrolmentState.PRESENT);
    }

    @Test
    void nobodyMarksHimself() {
        Circo circo = ground.circonscription(3);
        Enrolment own = some.enrol(some.session(circo, 3, 1), circo.erun());
        long itsSession = own.sessionId();
        Enrolment other = some.enrol(
                sessions.find(itsSession).orElseThrow(), circo.teachers().get(2));
        begin();
        ground.as(circo.erun());
        assertThat(marks.allPresent(itsSession, 1)).as("all others").isEqualTo(1);
        assertThat(sessions.enrolment(other.id()).orElseThrow().state()).isEqualTo(EnrolmentState.PRESENT);
        for (EnrolmentState mark : List.of(EnrolmentState.PRESENT, EnrolmentState.ABSENT_EXCUSE)) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> marks.record(itsSession, 1, Map.of(own.id(), new Mark(mark, null))))
                    .withMessageContaining("Votre propre présence");
        }
        ground.as(circo.cpc());
        marks.record(itsSession, 1, Map.of(own.id(), new Mark(EnrolmentState.PRESENT, null)));
        ground.as(circo.erun());
        assertThat(marks.record(itsSession, 1, Map.of(own.id(), new Mark(EnrolmentState.PRESENT, null)))
                        .changed())
                .as("what stands already may come back with the sheet")
                .isZero();
        var unmarked = new MarksService.Seen(null, null);
        assertThatExceptionOfType(Refusal.class)
                .as("marked by another since: he is not asked to try again")
                .isThrownBy(() ->
                        marks.record(itsSession, 1, Map.of(own.id(), new Mark(EnrolmentState.ABSENT, null, unmarked))))
                .withMessageContaining("Votre propre présence");
    }

    @Test
    void nobodyWalksInByHisOwnHand() {
        begin();
        marks.record(session.id(), 1, Map.of(first.id(), new Mark(EnrolmentState.ABSENT, null)));
        ground.as(circo.erun());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> marks.walkIn(session.id(), 1, circo.erun().email(), "là"))
                .withMessageContaining("Votre propre présence");
    }

    private void begin() {
        driver.travelTo(SessionGround.WEDNESDAY.plusMinutes(10));
    }
}
