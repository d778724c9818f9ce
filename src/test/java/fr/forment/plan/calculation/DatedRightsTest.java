package fr.forment.plan.calculation;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.plan.PlanJudge;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may lead a module for some time only, leads it in that time only, whoever makes the plan. */
class DatedRightsTest {

    private static final LocalDate FEBRUARY = LocalDate.of(2027, 2, 1);
    private static final Set<Certified> NEVER = Set.of();
    private static final Set<Certified> FROM_FEBRUARY = Set.of(new Certified("PEDA-1", FEBRUARY, null));
    private static final Set<Certified> UNTIL_FEBRUARY = Set.of(new Certified("PEDA-1", null, FEBRUARY.minusDays(1)));

    private final Circo circo =
            new Circo().schools(4, 12).vague(1, LocalDate.of(2027, 5, 3)).teacherModule("PEDA-1", 180, 20, 1, true);

    @Test
    void aRightThatBeginsIsWaitedFor() {
        PlanFacts facts = facts(Map.of(Circo.ERUN, NEVER, Circo.CPC, FROM_FEBRUARY));
        assertThat(PlanCalculator.propose(facts)).isNotEmpty().allSatisfy(draft -> {
            assertThat(draft.day()).isAfterOrEqualTo(FEBRUARY);
            assertThat(draft.trainerId()).isEqualTo(Circo.CPC);
        });
        judged(facts, PlanCalculator.propose(facts));
    }

    @Test
    void aRightThatEndsIsNotGoneBeyond() {
        PlanFacts facts = facts(Map.of(Circo.CPC, UNTIL_FEBRUARY));
        List<Draft> found = PlanSolver.solve(
                        facts, Search.ofSteps(Weights.delivered(), 3, 400), better -> {}, () -> false)
                .sessions();
        assertThat(found).isNotEmpty();
        judged(facts, found);
    }

    /** The one who may now hands over to the one who may later. */
    @Test
    void theSearchKeepsToBoth() {
        PlanFacts facts = facts(Map.of(Circo.ERUN, FROM_FEBRUARY, Circo.CPC, UNTIL_FEBRUARY));
        List<Draft> found = PlanSolver.solve(
                        facts, Search.ofSteps(Weights.delivered(), 1, 400), better -> {}, () -> false)
                .sessions();
        assertThat(found).isNotEmpty().allSatisfy(draft -> assertThat(draft.trainerId())
                .isEqualTo(draft.day().isBefore(FEBRUARY) ? Circo.CPC : Circo.ERUN));
        judged(facts, found);
    }

    @Test
    void otherWaysKeepToIt() {
        PlanFacts facts = facts(Map.of(Circo.ERUN, FROM_FEBRUARY, Circo.CPC, UNTIL_FEBRUARY));
        List<Draft> plan = Numbered.plan(facts);
        List<Draft> ways = Otherwise.of(facts, plan, 1).all();
        assertThat(ways)
                .isNotEmpty()
                .anyMatch(way -> !way.day().isBefore(FEBRUARY))
                .allSatisfy(way ->
                        assertThat(way.trainerId()).isEqualTo(way.day().isBefore(FEBRUARY) ? Circo.CPC : Circo.ERUN));
        PlanFacts none = facts(Map.of(Circo.ERUN, FROM_FEBRUARY, Circo.CPC, NEVER));
        assertThat(Otherwise.of(none, plan, 1)
                        .obstacles(Otherwise.Aim.at((day, start) -> day.isBefore(FEBRUARY)))
                        .get(Hindrance.PERSONNE_HABILITEE))
                .isPositive();
    }

    @Test
    void aRightThatIsShortenedHitsWhatComesAfter() {
        PlanFacts before = facts(Map.of(Circo.ERUN, NEVER));
        List<Held> held = new ArrayList<>();
        Numbered.plan(before).forEach(draft -> held.add(new Held(draft.line(), draft, false, true)));
        LocalDate end = held.get(0).session().day();
        PlanFacts facts = facts(Map.of(
                Circo.ERUN,
                Set.of(new Certified("PEDA-1", end.plusDays(1), null)),
                Circo.CPC,
                Set.of(new Certified("PEDA-1", null, end))));
        Repaired repaired = Repair.of(facts.with(facts.conditions().with(held)), Weights.delivered(), Circo.FROM);
        assertThat(repaired.hit())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(held.stream()
                        .filter(each -> each.session().day().isAfter(end))
                        .map(Held::line)
                        .toList());
        assertThat(repaired.moved(held))
                .as("the other one may, at the same hour")
                .isEmpty();
        judged(facts, repaired.sessions());
    }

    /** Half-days of one school year are not given in another, and those of both are. */
    @Test
    void halfDaysAreGivenYearByYear() {
        List<Conditions.Bound> years =
                List.of(new Conditions.Bound(null, FEBRUARY.minusDays(1), 1), new Conditions.Bound(FEBRUARY, null, 2));
        PlanFacts facts = circo.facts()
                .with(Conditions.NONE.withQualified(Map.of(Circo.ERUN, NEVER)).withHalfDays(Map.of(Circo.CPC, years)));
        List<Draft> plan = PlanCalculator.propose(facts);
        assertThat(plan.stream().filter(draft -> draft.day().isBefore(FEBRUARY)))
                .hasSize(1);
        assertThat(plan.stream().filter(draft -> !draft.day().isBefore(FEBRUARY)))
                .hasSize(2);
        judged(facts, plan);
        List<Draft> found = PlanSolver.solve(
                        facts, Search.ofSteps(Weights.delivered(), 2, 400), better -> {}, () -> false)
                .sessions();
        assertThat(found).hasSize(3);
        judged(facts, found);
        Draft late = Numbered.of(plan).stream()
                .filter(draft -> !draft.day().isBefore(FEBRUARY))
                .findFirst()
                .orElseThrow();
        assertThat(Otherwise.of(facts, Numbered.of(plan), late.line()).all())
                .isNotEmpty()
                .noneMatch(way -> way.day().isBefore(FEBRUARY));
    }

    private PlanFacts facts(Map<Long, Set<Certified>> rights) {
        return circo.facts().with(Conditions.NONE.withQualified(rights));
    }

    private static void judged(PlanFacts facts, List<Draft> plan) {
        assertThat(PlanJudge.blocking(facts, plan)).isEmpty();
        assertThat(PlanSolver.score(facts, plan).broken()).isZero();
    }
}
