package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.french.Refusal;
import fr.forment.hours.HoursLedger;
import fr.forment.hours.OutsideHours;
import fr.forment.hours.OutsideHoursService;
import fr.forment.people.Agent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hours for one session are left, and two hands enrol the person in two: one of them is told so, whoever comes first.
 */
@HouseTest
class HoursRaceTest {

    private static final String YEAR = "2026-2027";
    private static final int ROUNDS = 8;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    SessionService service;

    @Autowired
    SessionGround some;

    @Autowired
    TestGround ground;

    @Autowired
    HoursLedger hours;

    @Autowired
    OutsideHoursService outside;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theSameHoursAreNotGivenTwice() throws Exception {
        Circo circo = ground.circonscription(ROUNDS / 2);
        TrainingSession one = some.session(circo, 30, 1);
        TrainingSession other = service.open(new NewSession(
                circo.uai(),
                null,
                "SENS-CHGT",
                SessionGround.WEDNESDAY.plusDays(7),
                90,
                circo.schools().get(0),
                one.format(),
                30,
                1,
                one.trainerKind(),
                circo.erun().id(),
                false));
        for (Agent agent : circo.teachers()) {
            transaction.executeWithoutResult(tx -> hours.plan(agent.id(), YEAR, 270, "autre:1"));
            List<String> answers = atOnce(one.id(), other.id(), agent, null);
            assertThat(answers).filteredOn("INSCRIT"::equals).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.contains("plus assez d'heures"))
                    .hasSize(1);
            assertThat(hours.entMinutesLeft(agent.id(), YEAR)).isZero();
        }
    }

    @Test
    void aMotiveLetsBothInAndTheAccountSaysByHowMuchItIsExceeded() throws Exception {
        Circo circo = ground.circonscription(1);
        TrainingSession one = some.session(circo, 30, 1);
        TrainingSession other = some.session(circo, SessionGround.WEDNESDAY.plusDays(7), 30, 1);
        Agent agent = circo.teachers().get(0);
        transaction.executeWithoutResult(tx -> hours.plan(agent.id(), YEAR, 270, "autre:1"));
        enrolments.enrol(one.id(), agent.id(), null);
        enrolments.enrol(other.id(), agent.id(), "Volontaire");
        assertThat(hours.account(agent, YEAR)).satisfies(account -> {
            assertThat(account.left()).isEqualTo(-90);
            assertThat(account.isExceeded()).isTrue();
        });
    }

    @Test
    void oneFormSentTwiceAtOnceEntersOneLine() throws Exception {
        Agent agent = ground.circonscription(1).teachers().get(0);
        UUID form = UUID.randomUUID();
        OutsideHours eps = new OutsideHours("Animation EPS", LocalDate.of(2026, 9, 16), 120);
        var together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        List<Boolean> entered = new ArrayList<>();
        for (var done : threads.invokeAll(Collections.nCopies(2, (Callable<Boolean>) () -> {
            together.await(10, TimeUnit.SECONDS);
            return outside.add(agent.id(), form, eps);
        }))) {
            entered.add(done.get());
        }
        threads.shutdownNow();
        assertThat(entered).containsExactlyInAnyOrder(true, false);
        assertThat(hours.account(agent, YEAR).outside()).isEqualTo(120);
    }

    /** Both start together; a refusal answers with its sentence. */
    private List<String> atOnce(long one, long other, Agent agent, String motive) throws Exception {
        var together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            return threads
                    .invokeAll(List.of(hand(together, one, agent, motive), hand(together, other, agent, motive)))
                    .stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<String> hand(CyclicBarrier together, long session, Agent agent, String motive) {
        return () -> {
            together.await(10, TimeUnit.SECONDS);
            try {
                return enrolments.enrol(session, agent.id(), motive).state().name();
            } catch (Refusal no) {
                return no.getMessage();
            }
        };
    }
}
