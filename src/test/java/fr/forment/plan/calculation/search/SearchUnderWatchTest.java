package fr.forment.plan.calculation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import fr.forment.benchmark.plan.Instances;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Search;
import fr.forment.plan.calculation.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine recounts the score from nothing after each move and each undoing, and compares. */
class SearchUnderWatchTest {

    private static final int STEPS = 60;

    @Test
    void countsEachMoveAsIfItHadCountedEverything() {
        PlanFacts facts = Instances.named("Redon").facts();

        assertThatCode(() -> assertThat(PlanSearch.from(
                                        facts,
                                        PlanCalculator.propose(facts),
                                        () -> PlanCalculator.propose(facts),
                                        List.of(),
                                        Search.ofSteps(Weights.delivered(), 3, STEPS),
                                        plan -> {},
                                        () -> false,
                                        EnvironmentMode.FULL_ASSERT)
                                .sessions())
                        .isNotEmpty())
                .doesNotThrowAnyException();
    }
}
