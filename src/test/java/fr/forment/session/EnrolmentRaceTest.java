package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Many hands at once: the database decides, not luck. */
@HouseTest
class EnrolmentRaceTest {

    @Autowired
    SessionService service;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionGround some;

    @Autowired
    TestGround ground;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(5);
    }

    @Test
    void tenHandsTakeTheLastPlaceOnce() throws Exception {
        TrainingSession session = some.session(circo, 2, 1);
        some.enrol(session, circo.directors().get(0));
        List<EnrolmentState> states = atOnce(circo.teachers().stream()
                .map(agent -> (Callable<EnrolmentState>)
                        () -> some.enrol(session, agent).state())
                .toList());
        assertThat(states).filteredOn(EnrolmentState.INSCRIT::equals).hasSizeLessThanOrEqualTo(1);
        TrainingSession after = sessions.find(session.id()).orElseThrow();
        assertThat(after.booked()).isEqualTo(2).isEqualTo((int) sessions.enrolments(session.id()).stream()
                .filter(row -> row.state().holdsPlace())
                .count());
    }

    @Test
    void onePersonIsNotEnrolledTwiceByTwoHands() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        Agent agent = circo.teachers().get(0);
        atOnce(List.of(
                () -> some.enrol(session, agent).state(),
                () -> some.enrol(session, agent).state(),
                () -> some.enrol(session, agent).state()));
        assertThat(sessions.enrolments(session.id())).hasSize(1);
        assertThat(sessions.find(session.id()).orElseThrow().booked()).isEqualTo(1);
    }

    @Test
    void onePersonIsNotInTwoPlacesAtOnceByTwoHands() throws Exception {
        TrainingSession one = some.session(circo, 10, 1);
        TrainingSession other = service.open(new NewSession(
                circo.uai(),
                null,
                "SENS-CHGT",
                SessionGround.WEDNESDAY.plusMinutes(30),
                60,
                circo.schools().get(1),
                one.format(),
                10,
                1,
                one.trainerKind(),
                circo.erun().id(),
                false));
        Agent agent = circo.teachers().get(0);
        atOnce(List.of(() -> some.enrol(one, agent).state(), () -> some.enrol(other, agent)
                .state()));
        assertThat(sessions.ofAgent(agent.id())).hasSize(1);
    }

    /** All at once; who collides with another has not been enrolled. */
    private static List<EnrolmentState> atOnce(List<Callable<EnrolmentState>> tasks) throws Exception {
        var threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<EnrolmentState> states = new ArrayList<>();
            for (Future<EnrolmentState> future : threads.invokeAll(tasks)) {
                try {
                    states.add(future.get());
                } catch (ExecutionException collided) {
                    assertThat(collided.getCause()).isInstanceOfAny(Refusal.class, DataAccessException.class);
                }
            }
            return states;
        } finally {
            threads.shutdownNow();
        }
    }
}
