package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.benchmark.plan.Instances;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan that is looked for, against the one that is proposed. */
class PlanSolverTest {

    private static final LocalDate OPENING = LocalDate.of(2027, 6, 1);

    /** What counts nothing would find nothing, here and wherever a test asks for none. */
    @Test
    void countsTheRulesThatAPlanBreaks() {
        PlanFacts redon = Instances.named("Redon").facts();
        List<Draft> plan = PlanCalculator.propose(redon);
        long trainer = plan.stream()
                .filter(draft -> draft.vagueRank() != null && draft.trainerId() != null)
                .findFirst()
                .orElseThrow()
                .trainerId();
        Conditions away = new Conditions(
                List.of(Absence.wholeDays(trainer, redon.from(), redon.until())),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of());

        assertThat(PlanSolver.score(redon, plan).broken()).isZero();
        assertThat(PlanSolver.score(redon.with(away), plan).broken())
                .isEqualTo(plan.stream()
                        .filter(draft -> Long.valueOf(trainer).equals(draft.trainerId()))
                        .count());
    }

    @Test
    void tellsTheProposalAtOnceAndThenOnlyBetterPlans() {
        PlanFacts facts = scattered();
        List<Solution> told = new ArrayList<>();

        Solution found = PlanSolver.solve(facts, Search.ofSteps(Weights.delivered(), 1, 3_000), told::add, () -> false);

        assertThat(told.get(0).sessions()).isEqualTo(PlanCalculator.propose(facts));
        assertThat(told).last().isEqualTo(found);
        for (int n = 1; n < told.size(); n++) {
            assertThat(told.get(n).score().broken()).isZero();
            assertThat(told.get(n).score().unplaced())
                    .isLessThanOrEqualTo(told.get(n - 1).score().unplaced());
            assertThat(total(told.get(n))).isLessThan(total(told.get(n - 1)));
        }
        assertThat(total(found)).isLessThan(total(told.get(0)) * 9 / 10);
    }

    @Test
    void findsTheSamePlanForTheSameFactsSeedAndSteps() {
        PlanFacts facts = scattered();
        Search search = Search.ofSteps(Weights.delivered(), 7, 1_000);

        assertThat(PlanSolver.solve(facts, search, one -> {}, () -> false))
                .isEqualTo(PlanSolver.solve(facts, search, one -> {}, () -> false));
    }

    @Test
    void setsOutFromTheBestPlanThatIsKnown() {
        PlanFacts facts = scattered();
        Solution known = PlanSolver.solve(facts, Search.ofSteps(Weights.delivered(), 1, 3_000), one -> {}, () -> false);

        Solution resumed = PlanSolver.solve(
                facts, Search.ofSteps(Weights.delivered(), 2, 1), List.of(known.sessions()), one -> {}, () -> false);

        assertThat(total(resumed)).isLessThanOrEqualTo(total(known));
    }

    @Test
    void stopsWhenAsked() {
        List<Solution> told = new ArrayList<>();

        Solution found = PlanSolver.solve(
                scattered(), Search.of(Weights.delivered(), 1, java.time.Duration.ofMinutes(5)), told::add, () -> true);

        assertThat(told).containsExactly(found);
    }

    private static long total(Solution solution) {
        return solution.score().total(Weights.delivered());
    }

    /** Twelve schools around a circle, named so that neighbours by name are far from each other. */
    static PlanFacts scattered() {
        var circo = new Circo();
        for (int n = 0; n < 12; n++) {
            circo.school("S%02d".formatted(n), "Commune " + n, null, 4 + n % 5);
        }
        circo.schools.replaceAll(school -> {
            int n = Integer.parseInt(school.uai().substring(1));
            double angle = 2 * Math.PI * (n * 5 % 12) / 12;
            return new SchoolFacts(
                    school.uai(),
                    school.name(),
                    school.commune(),
                    null,
                    48 + 0.2 * Math.sin(angle),
                    -2 + 0.3 * Math.cos(angle),
                    school.classes(),
                    false,
                    n % 2 == 0 ? 25 : 0);
        });
        return circo.vague(1, OPENING)
                .teacherModule("PRES-ECOLE", 90, 20, 0, true)
                .teacherModule("PEDA-1", 180, 20, 1, false, "PRES-ECOLE")
                .facts();
    }
}
