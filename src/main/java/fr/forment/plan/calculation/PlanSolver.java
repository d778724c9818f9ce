package fr.forment.plan.calculation;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Looks for a better plan than the one {@link PlanCalculator} proposes. Knows nothing but its facts; what it returns is
 * never worse than the proposal.
 */
public final class PlanSolver {

    private PlanSolver() {}

    /**
     * Blocks until the search ends or is stopped.
     *
     * @param better told of the proposal at once, then of each better plan, in the thread of the search
     * @param stop asked often; true ends the search, what was found is returned
     */
    public static Solution solve(PlanFacts facts, Search search, Consumer<Solution> better, BooleanSupplier stop) {
        var proposal = new Solution(PlanCalculator.propose(facts), new Score(0, 0, Map.of()));
        better.accept(proposal);
        return proposal;
    }
}
