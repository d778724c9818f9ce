package fr.forment.plan.calculation;

import fr.forment.plan.calculation.search.InventedFacts;
import fr.forment.plan.calculation.search.PlanSearch;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Looks for a better plan than the one {@link PlanCalculator} proposes. Knows nothing but its facts; what it returns is
 * never worse than the proposal.
 */
public final class PlanSolver {

    private static final int STEPS_TO_WARM_UP = 3_000;
    private static final AtomicBoolean WARM = new AtomicBoolean();

    private PlanSolver() {}

    /** The first search of a JVM takes a second more than others; this is one nobody waits for. */
    public static void warmUp() {
        if (!WARM.getAndSet(true)) {
            solve(
                    InventedFacts.facts(),
                    Search.ofSteps(Weights.delivered(), 1, STEPS_TO_WARM_UP),
                    plan -> {},
                    () -> false);
        }
    }

    /**
     * Blocks until the search ends or is stopped.
     *
     * @param better told of the proposal at once, then of better plans a few times a second at most, in the thread of
     *     the search
     * @param stop asked a few times a second; true ends the search, what was found is returned
     */
    public static Solution solve(PlanFacts facts, Search search, Consumer<Solution> better, BooleanSupplier stop) {
        return solve(facts, search, List.of(), better, stop);
    }

    /** @param known plans that stand already: the search sets out from the best of them and of the proposals */
    public static Solution solve(
            PlanFacts facts, Search search, List<List<Draft>> known, Consumer<Solution> better, BooleanSupplier stop) {
        return PlanSearch.from(
                facts,
                PlanCalculator.propose(facts),
                () -> PlanCalculator.proposeShortestWays(facts, search.weights()),
                known,
                search,
                better,
                stop);
    }

    /** What a plan is worth, whoever made it. */
    public static Score score(PlanFacts facts, List<Draft> sessions) {
        return PlanSearch.score(facts, sessions);
    }
}
