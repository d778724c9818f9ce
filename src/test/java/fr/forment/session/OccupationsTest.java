package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.attack.Attack;
import fr.forment.attendance.MarksService;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.TimeMachine;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nobody is in two places, to the minute: what ends when the next begins does not clash, one minute more does; on every
 * way in.
 */
@HouseTest
@Tag("attack")
class OccupationsTest {

    /** Two sessions of one hour stand in two rooms. */
    private static final String ELSEWHERE = "Mairie, Redon";

    private static final LocalDateTime HALF_PAST_ONE = LocalDateTime.of(2026, 11, 18, 13, 30);
    private static final LocalDateTime QUARTER_TO_THREE = HALF_PAST_ONE.plusMinutes(75);

    @Autowired
    SessionService service;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    MarksService marks;

    @Autowired
    SwapService swaps;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionGround some;

    @Autowired
    TestGround ground;

    @Autowired
    TimeMachine time;

    private Circo circo;
    private Agent teacher;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(1);
        teacher = circo.teachers().get(0);
    }

    @Test
    void aPersonGoesFromOneSessionToTheNextThatBeginsWhenItEnds() {
        some.enrol(session("PRES-ECOLE", HALF_PAST_ONE, 75, circo.cpc()), teacher);
        TrainingSession next = session("SENS-CHGT", QUARTER_TO_THREE, 60, circo.erun());
        assertThat(some.enrol(next, teacher).state()).isEqualTo(EnrolmentState.INSCRIT);
        assertThat(some.enrol(session("COMM", HALF_PAST_ONE.minusMinutes(17), 17, null), teacher)
                        .state())
                .isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void oneMinuteInCommonClashesAndIsSaid() {
        some.enrol(session("PRES-ECOLE", HALF_PAST_ONE, 76, circo.cpc()), teacher);
        TrainingSession next = session("SENS-CHGT", QUARTER_TO_THREE, 60, circo.erun());
        assertThatThrownBy(() -> enrolments.enrol(next.id(), teacher.id(), "Insiste"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("au même moment");
    }

    @Test
    void aTrainerGoesFromOneSessionToTheNextAndNoMinuteEarlier() {
        session("PRES-ECOLE", HALF_PAST_ONE, 75, circo.cpc());
        session("SENS-CHGT", QUARTER_TO_THREE, 60, circo.cpc());
        assertThatThrownBy(() -> session("COMM", QUARTER_TO_THREE.plusMinutes(59), 60, circo.cpc()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("déjà pris");
        TrainingSession last = session("COMM", QUARTER_TO_THREE.plusMinutes(60), 45, circo.erun());
        service.entrustTo(last.id(), circo.cpc().id());
        assertThat(sessions.find(last.id()).orElseThrow().trainerId())
                .isEqualTo(circo.cpc().id());
    }

    @Test
    void whoTrainsUntilThenIsTrainedAfterwards() {
        Agent erun = circo.erun();
        session("PRES-ECOLE", HALF_PAST_ONE, 75, erun);
        assertThat(some.enrol(session("SENS-CHGT", QUARTER_TO_THREE, 60, null), erun)
                        .state())
                .isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void aSessionPutOffToTheMinuteAnotherEndsKeepsItsPeopleAndItsTrainer() {
        some.enrol(session("PRES-ECOLE", HALF_PAST_ONE, 75, circo.cpc()), teacher);
        TrainingSession moved = session("SENS-CHGT", HALF_PAST_ONE.plusDays(7), 60, circo.cpc());
        some.enrol(moved, teacher);
        assertThat(service.postpone(moved.id(), QUARTER_TO_THREE, null, "Salle"))
                .isZero();
        assertThatThrownBy(() -> service.postpone(moved.id(), QUARTER_TO_THREE.minusMinutes(1), ELSEWHERE, "Salle"))
                .hasMessageContaining("déjà pris");
        service.entrustTo(moved.id(), circo.erun().id());
        assertThat(service.postpone(moved.id(), QUARTER_TO_THREE.minusMinutes(1), ELSEWHERE, "Salle"))
                .isOne();
    }

    @Test
    void whoWaitsIsPromotedAndWhoComesUnannouncedIsMarkedBesideASessionThatTouches() {
        Agent other = circo.teachers().get(1);
        some.enrol(session("PRES-ECOLE", HALF_PAST_ONE, 75, circo.cpc()), teacher);
        TrainingSession full = session("SENS-CHGT", QUARTER_TO_THREE, 60, 1, circo.erun());
        Enrolment first = some.enrol(full, other);
        some.enrol(full, teacher);
        enrolments.decline(first.id(), other.id());
        assertThat(sessions.enrolmentsOf(teacher.id()))
                .filteredOn(row -> row.sessionId() == full.id())
                .extracting(Enrolment::state)
                .containsExactly(EnrolmentState.INSCRIT);
        TrainingSession third = session("COMM", QUARTER_TO_THREE.plusMinutes(60), 45, null);
        time.startAt(third.startsAt()
                .plusMinutes(5)
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant());
        assertThat(marks.walkIn(third.id(), 1, teacher.email(), null).state()).isEqualTo(EnrolmentState.PRESENT);
    }

    @Test
    void aDateChosenByOneselfMayTouchAnother() {
        some.enrol(session("PRES-ECOLE", HALF_PAST_ONE, 75, circo.cpc()), teacher);
        TrainingSession wanted = session("SENS-CHGT", QUARTER_TO_THREE, 60, circo.cpc());
        swaps.choose(teacher.id(), wanted.id());
        assertThat(sessions.ofAgent(teacher.id()))
                .extracting(TrainingSession::id)
                .contains(wanted.id());
    }

    /**
     * Any two of many sessions at odd minutes, asked by many hands at once: afterwards nobody has a minute twice, and
     * what is left was refused.
     */
    @Test
    void manyHandsNeverGiveAMinuteTwice() throws Exception {
        var chance = Attack.chance("many hands, odd minutes");
        int rounds = Attack.rounds(3, 40);
        for (int round = 0; round < rounds; round++) {
            Circo place = ground.circonscription(1);
            Agent person = place.teachers().get(0);
            List<TrainingSession> offered = new ArrayList<>();
            for (String module : List.of("PRES-ECOLE", "SENS-CHGT", "COMM", "PEDA-1")) {
                offered.add(service.open(new NewSession(
                        place.uai(),
                        null,
                        module,
                        HALF_PAST_ONE.plusMinutes(chance.nextInt(90)),
                        15 + chance.nextInt(60),
                        place.schools().get(0),
                        Format.PRESENTIEL,
                        30,
                        1,
                        TrainerKind.EQUIPE_CIRCONSCRIPTION,
                        null,
                        false)));
            }
            List<Callable<Boolean>> hands = new ArrayList<>();
            offered.forEach(
                    one -> hands.add(() -> accepted(() -> enrolments.enrol(one.id(), person.id(), "Volontaire"))));
            offered.forEach(one -> hands.add(() ->
                    accepted(() -> service.entrustTo(one.id(), place.erun().id()))));
            List<Boolean> done = atOnce(hands);
            List<TrainingSession> attended = sessions.ofAgent(person.id());
            List<TrainingSession> given = sessions.trainedBy(place.erun().id());
            assertThat(done.subList(0, 4))
                    .filteredOn(yes -> yes)
                    .hasSameSizeAs(attended)
                    .isNotEmpty();
            assertThat(done.subList(4, 8))
                    .filteredOn(yes -> yes)
                    .hasSameSizeAs(given)
                    .isNotEmpty();
            assertNoMinuteTwice(attended);
            assertNoMinuteTwice(given);
            offered.stream()
                    .filter(one ->
                            attended.stream().noneMatch(other -> other.id().equals(one.id())))
                    .forEach(refused -> assertThat(attended)
                            .as("refused without a clash")
                            .anyMatch(held -> overlap(held, refused)));
        }
    }

    private static void assertNoMinuteTwice(List<TrainingSession> held) {
        for (TrainingSession one : held) {
            assertThat(held).filteredOn(other -> !other.id().equals(one.id())).noneMatch(other -> overlap(one, other));
        }
    }

    private static boolean overlap(TrainingSession one, TrainingSession other) {
        return one.startsAt().isBefore(other.endsAt()) && other.startsAt().isBefore(one.endsAt());
    }

    private static boolean accepted(Runnable command) {
        try {
            command.run();
            return true;
        } catch (Refusal no) {
            assertThat(no.getMessage()).containsAnyOf("au même moment", "déjà pris");
            return false;
        }
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> hands) throws Exception {
        var together = new CyclicBarrier(hands.size());
        var threads = Executors.newFixedThreadPool(hands.size());
        try {
            List<Boolean> answers = new ArrayList<>();
            for (var future : threads.invokeAll(hands.stream()
                    .map(hand -> (Callable<Boolean>) () -> {
                        together.await(20, TimeUnit.SECONDS);
                        return hand.call();
                    })
                    .toList())) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private TrainingSession session(String module, LocalDateTime start, int minutes, Agent trainer) {
        return session(module, start, minutes, 30, trainer);
    }

    private TrainingSession session(String module, LocalDateTime start, int minutes, int capacity, Agent trainer) {
        return service.open(new NewSession(
                circo.uai(),
                null,
                module,
                start,
                minutes,
                circo.schools().get(0),
                Format.PRESENTIEL,
                capacity,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                trainer == null ? null : trainer.id(),
                false));
    }
}
