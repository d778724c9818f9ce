package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.forment.plan.calculation.search.InventedFacts;
import org.junit.jupiter.api.Test;

/** What is computed when nobody asked. */
class WarmUpTest {

    @Test
    void givesTheSearchSomethingToDo() {
        assertThat(PlanCalculator.propose(InventedFacts.facts())).hasSizeGreaterThan(1);
        assertThatCode(PlanSolver::warmUp).doesNotThrowAnyException();
    }
}
