package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.Numbered;
import fr.forment.plan.calculation.OddFacts;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Weights;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever was rejected and whatever has changed since: the plan made anew is worth no less than the one that keeps the
 * rejected sessions, nor than one that forgets them.
 */
class MadeAnewTest {

    private static final Weights WEIGHTS = Weights.delivered();
    private static final int EACH = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 1_001, 2_001, 3_001, 4_001})
    void isNeverWorseThanEitherWay(long first) {
        for (long seed = first; seed < first + EACH; seed++) {
            Random random = new Random(seed);
            PlanFacts facts = bare(OddFacts.drawn(seed));
            List<PlannedSession> rejected = somewhereElse(Numbered.plan(facts), random).stream()
                    .map(draft -> PlannedSession.of(draft.line(), draft))
                    .toList();
            Set<Integer> pins = rejected.stream()
                    .map(PlannedSession::line)
                    .filter(line -> random.nextInt(5) == 0)
                    .collect(Collectors.toSet());
            PlanFacts now = changed(facts, rejected, random);
            MadeAnew anew = MadeAnew.from(now, new PlanLines.WithPins(rejected, pins), WEIGHTS);

            PlanFacts around = holding(now, rejected, anew.pinned(), false);
            Score found = PlanSolver.score(around, anew.sessions());
            Score keeping = PlanSolver.score(
                    around, numbered(PlanCalculator.propose(holding(now, rejected, anew.pinned(), true))));
            Score forgetting = PlanSolver.score(around, numbered(PlanCalculator.propose(around)));
            assertThat(isWorse(found, keeping)).as("seed " + seed + " keeping").isFalse();
            assertThat(isWorse(found, forgetting))
                    .as("seed " + seed + " afresh")
                    .isFalse();
            assertThat(MadeAnew.isBetter(anew.other(), anew.worth(), WEIGHTS))
                    .as("what is said of seed " + seed)
                    .isFalse();
            assertThat(renamed(rejected, anew.sessions()))
                    .as("a training that both plans have for the same school goes under one number, seed " + seed)
                    .isEmpty();
            assertThat(anew.sessions())
                    .as("pins of seed " + seed)
                    .containsAll(around.conditions().held().stream()
                            .map(held -> held.session()
                                    .with(
                                            held.line(),
                                            held.session().seats(),
                                            held.session().expected()))
                            .toList());
        }
    }

    /** Pins of a plan that was right once, and the clock has gone on: nothing is broken that a new plan would keep. */
    @ParameterizedTest
    @ValueSource(longs = {1, 1_001, 2_001, 3_001, 4_001})
    void breaksNoRuleThatAPlanMadeFromNothingKeeps(long first) {
        for (long seed = first; seed < first + 3 * EACH; seed++) {
            Random random = new Random(seed);
            PlanFacts facts = bare(OddFacts.drawn(seed));
            List<PlannedSession> rejected = somewhereElse(Numbered.plan(facts), random).stream()
                    .map(draft -> PlannedSession.of(draft.line(), draft))
                    .toList();
            Set<Integer> pins = rejected.stream()
                    .map(PlannedSession::line)
                    .filter(line -> random.nextInt(5) == 0)
                    .collect(Collectors.toSet());
            PlanFacts now = changed(facts, rejected, random);
            MadeAnew anew = MadeAnew.from(now, new PlanLines.WithPins(rejected, pins), WEIGHTS);

            assertThat(blocking(now, anew.sessions()))
                    .as("seed " + seed)
                    .hasSizeLessThanOrEqualTo(
                            blocking(now, numbered(PlanCalculator.propose(now))).size());
        }
    }

    /**
     * The trainers of the rejected plan were all trained on one day, the last one before a long break; a calculation
     * that begins with nothing needs a day for each training. What people pinned right after the break stays.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 1_001, 2_001})
    void whatIsLookedForAfreshLeavesNoPinTooEarly(long first) {
        for (long seed = first; seed < first + 8 * EACH; seed++) {
            PlanFacts facts = bare(OddFacts.drawn(seed));
            List<Draft> trainers = Numbered.plan(facts).stream()
                    .filter(draft -> draft.vagueRank() == null)
                    .toList();
            if (trainers.size() != 2
                    || trainers.stream().anyMatch(draft -> draft.module().minutes() > 180)
                    || trainers.get(0).day().equals(trainers.get(1).day())) {
                continue;
            }
            LocalDate day = trainers.get(0).day();
            PlanFacts now = facts.on(
                    each -> facts.schoolDay().test(each) && (!each.isAfter(day) || each.isAfter(day.plusDays(40))));
            List<Draft> together = List.of(at(trainers.get(0), day, 9, 1), at(trainers.get(1), day, 14, 2));
            List<PlannedSession> rejected = numbered(PlanCalculator.propose(now.with(now.conditions()
                            .with(together.stream()
                                    .map(draft -> new Held(draft.line(), draft, true, false))
                                    .toList()))))
                    .stream()
                    .map(draft -> PlannedSession.of(draft.line(), draft))
                    .toList();
            Set<Integer> pins = rejected.stream()
                    .filter(session -> session.vagueRank() != null)
                    .map(PlannedSession::line)
                    .limit(2)
                    .collect(Collectors.toSet());
            MadeAnew anew = MadeAnew.from(now, new PlanLines.WithPins(rejected, pins), WEIGHTS);
            assertThat(blocking(now, anew.sessions()))
                    .as("seed " + seed)
                    .hasSizeLessThanOrEqualTo(
                            blocking(now, numbered(PlanCalculator.propose(now))).size());
        }
    }

    private static Draft at(Draft draft, LocalDate day, int hour, int line) {
        return new Draft(
                draft.vagueRank(),
                draft.module(),
                day,
                LocalTime.of(hour, 0),
                draft.place(),
                draft.capacity(),
                draft.trainerId(),
                draft.profiles(),
                draft.seats(),
                draft.expected(),
                line);
    }

    private static List<Warning> blocking(PlanFacts facts, List<Draft> plan) {
        return new PlanCheck(
                        facts,
                        plan.stream()
                                .map(draft -> PlannedSession.of(draft.line(), draft))
                                .toList())
                .warnings().stream()
                        .filter(warning -> warning.weight() == Warning.Weight.BLOQUANT && warning.line() != null)
                        .toList();
    }

    /** New numbers of what went under a number that is gone: it would be read as taken out and added. */
    private static List<Integer> renamed(List<PlannedSession> rejected, List<Draft> anew) {
        Set<Integer> now = anew.stream().map(Draft::line).collect(Collectors.toSet());
        Set<Integer> then = rejected.stream().map(PlannedSession::line).collect(Collectors.toSet());
        List<PlannedSession> gone = rejected.stream()
                .filter(session -> !now.contains(session.line()))
                .toList();
        return anew.stream()
                .filter(draft -> !then.contains(draft.line()))
                .filter(draft -> gone.stream()
                        .anyMatch(was -> was.moduleCode().equals(draft.module().code())
                                && Objects.equals(was.vagueRank(), draft.vagueRank())
                                && was.seats().keySet().stream().anyMatch(draft.seats()::containsKey)))
                .map(Draft::line)
                .toList();
    }

    private static boolean isWorse(Score one, Score other) {
        return MadeAnew.isBetter(other, one, WEIGHTS);
    }

    /** As a team may leave them, not as a calculation would. */
    private static List<Draft> somewhereElse(List<Draft> plan, Random random) {
        List<Draft> all = new ArrayList<>();
        for (Draft draft : plan) {
            all.add(
                    random.nextInt(3) > 0
                            ? draft
                            : new Draft(
                                    draft.vagueRank(),
                                    draft.module(),
                                    draft.day().plusWeeks(1 + random.nextInt(3)),
                                    draft.start(),
                                    draft.place(),
                                    draft.capacity(),
                                    draft.trainerId(),
                                    draft.profiles(),
                                    draft.seats(),
                                    draft.expected(),
                                    draft.line()));
        }
        return all;
    }

    private static PlanFacts bare(PlanFacts facts) {
        return facts.with(facts.conditions().with(List.of()));
    }

    /** Somebody is away for a while. */
    private static PlanFacts changed(PlanFacts facts, List<PlannedSession> rejected, Random random) {
        List<PlannedSession> led = rejected.stream()
                .filter(session -> session.trainerAgentId() != null)
                .toList();
        if (led.isEmpty()) {
            return facts;
        }
        PlannedSession hit = led.get(random.nextInt(led.size()));
        Conditions said = facts.conditions();
        List<Absence> absences = new ArrayList<>(said.absences());
        absences.add(
                Absence.wholeDays(hit.trainerAgentId(), hit.day(), hit.day().plusDays(random.nextInt(40))));
        return facts.with(new Conditions(
                absences,
                said.halfDays(),
                said.qualified(),
                said.closed(),
                said.wishes(),
                said.priorities(),
                said.held(),
                said.rooms(),
                said.towns(),
                said.beyondHours()));
    }

    private static PlanFacts holding(PlanFacts facts, List<PlannedSession> all, Set<Integer> pinned, boolean others) {
        return facts.with(facts.conditions()
                .with(all.stream()
                        .filter(session -> others || pinned.contains(session.line()))
                        .map(session -> session.draft(facts)
                                .map(draft -> new Held(session.line(), draft, pinned.contains(session.line()), false))
                                .orElse(null))
                        .filter(Objects::nonNull)
                        .toList()));
    }

    private static List<Draft> numbered(List<Draft> plan) {
        return IntStream.range(0, plan.size())
                .mapToObj(n -> plan.get(n).line() != null
                        ? plan.get(n)
                        : plan.get(n)
                                .with(
                                        10_000 + n,
                                        plan.get(n).seats(),
                                        plan.get(n).expected()))
                .toList();
    }
}
