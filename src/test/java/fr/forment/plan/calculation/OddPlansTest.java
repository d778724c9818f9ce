package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.attack.Attack;
import fr.forment.plan.PlanJudge;
import fr.forment.plan.calculation.Conditions.Certified;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the facts: each plan shown can be held, apart from what people pinned, and is no worse than the one before.
 */
@Tag("attack")
class OddPlansTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, Attack.rounds(40, 2_000));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void canBeHeldWhateverTheFacts(int seed) {
        PlanFacts facts = OddFacts.drawn(seed);
        List<Solution> told = new ArrayList<>();

        Solution found =
                PlanSolver.solve(facts, Search.ofSteps(Weights.delivered(), seed, 400), told::add, () -> false);

        assertThat(told).last().isEqualTo(found);
        for (int n = 0; n < told.size(); n++) {
            Solution plan = told.get(n);
            assertThat(blockingApartFromPins(facts, plan.sessions())).isEmpty();
            assertThat(brokenConditions(facts, plan.sessions())).isEmpty();
            assertThat(seatedTooOften(facts, plan.sessions())).isEmpty();
            assertThat(plan.sessions()).containsAll(pins(facts));
            if (pins(facts).isEmpty()) {
                assertThat(plan.score().broken()).isZero();
            }
            if (n > 0) {
                Solution before = told.get(n - 1);
                assertThat(plan.score()).isGreaterThanOrEqualTo(before.score());
                assertThat(plan.score().compareTo(before.score()) > 0
                                || plan.score().total(Weights.delivered())
                                        < before.score().total(Weights.delivered()))
                        .isTrue();
            }
        }
    }

    private static List<Draft> pins(PlanFacts facts) {
        return facts.conditions().held().stream()
                .filter(Held::fixed)
                .map(Held::numbered)
                .toList();
    }

    /** What a person pinned stands, whatever is said about it. */
    private static List<String> blockingApartFromPins(PlanFacts facts, List<Draft> plan) {
        Set<String> pinned =
                pins(facts).stream().map(pin -> "n° " + pin.line() + " ").collect(Collectors.toSet());
        return PlanJudge.blocking(facts, plan).stream()
                .filter(text -> pinned.stream().noneMatch(text::startsWith))
                .toList();
    }

    private static List<String> brokenConditions(PlanFacts facts, List<Draft> plan) {
        List<Draft> pins = pins(facts);
        Conditions said = facts.conditions();
        List<String> broken = new ArrayList<>();
        Map<Long, Set<String>> halfDays = new HashMap<>();
        for (Draft draft : plan) {
            if (draft.trainerId() != null) {
                Set<String> given = halfDays.computeIfAbsent(draft.trainerId(), id -> new HashSet<>());
                given.add(draft.day() + " " + partOf(draft.start()));
                if (draft.start().isBefore(LocalTime.NOON) && draft.end().isAfter(LocalTime.of(13, 30))) {
                    given.add(draft.day() + " 1");
                }
            }
            if (!pins.contains(draft)) {
                said.absences().stream()
                        .filter(absence -> Objects.equals(absence.personId(), draft.trainerId())
                                && absence.covers(draft.day(), draft.start(), draft.end()))
                        .forEach(absence -> broken.add("absent " + draft));
                Set<Certified> able = said.qualified().get(draft.trainerId() == null ? -1 : draft.trainerId());
                if (able != null
                        && able.stream()
                                .noneMatch(one -> one.module()
                                                .equals(draft.module().code())
                                        && (one.from() == null || !draft.day().isBefore(one.from()))
                                        && (one.until() == null || !draft.day().isAfter(one.until())))) {
                    broken.add("not qualified " + draft);
                }
                draft.seats().keySet().stream()
                        .filter(uai -> said.closed().getOrDefault(uai, Set.of()).contains(draft.day()))
                        .forEach(uai -> broken.add("closed " + uai + draft));
            }
        }
        said.halfDays().forEach((id, most) -> {
            long pinned = pins.stream()
                    .filter(pin -> Objects.equals(pin.trainerId(), id))
                    .count();
            if (pinned == 0
                    && halfDays.getOrDefault(id, Set.of()).size() > most.get(0).most()) {
                broken.add("half-days of " + id);
            }
        });
        return broken;
    }

    private static int partOf(LocalTime start) {
        return start.isBefore(LocalTime.NOON) ? 0 : start.isBefore(LocalTime.of(17, 0)) ? 1 : 2;
    }

    private static List<String> seatedTooOften(PlanFacts facts, List<Draft> plan) {
        Map<String, Integer> seated = new HashMap<>();
        plan.stream().filter(draft -> !pins(facts).contains(draft)).forEach(draft -> draft.seats()
                .forEach(
                        (uai, people) -> seated.merge(uai + " " + draft.module().code(), people, Integer::sum)));
        Map<String, Integer> needed = facts.needs().stream()
                .collect(Collectors.toMap(
                        need -> need.schoolUai() + " " + need.moduleCode(), Need::people, Integer::sum));
        return seated.entrySet().stream()
                .filter(one -> one.getValue() > needed.getOrDefault(one.getKey(), 0))
                .map(Object::toString)
                .toList();
    }
}
