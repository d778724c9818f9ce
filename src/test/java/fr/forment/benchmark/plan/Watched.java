package fr.forment.benchmark.plan;

import com.sun.management.OperatingSystemMXBean;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Search;
import fr.forment.plan.calculation.Solution;
import fr.forment.plan.calculation.Weights;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A search and each plan it showed.
 *
 * @param wall seconds; {@code cpu} those of the whole program
 */
record Watched(PlanFacts facts, Weights weights, long seed, List<Shown> shown, Solution best, double wall, double cpu) {

    /** @param at seconds since the search was asked for */
    record Shown(double at, Solution plan) {}

    static Watched forSeconds(PlanFacts facts, Weights weights, long seed, double seconds) {
        return of(facts, Search.of(weights, seed, Duration.ofMillis(Math.round(seconds * 1000))));
    }

    static Watched of(PlanFacts facts, Search search) {
        List<Shown> shown = new ArrayList<>();
        long cpu = spent();
        long begun = System.nanoTime();
        Solution best = PlanSolver.solve(
                facts, search, plan -> shown.add(new Shown((System.nanoTime() - begun) / 1e9, plan)), () -> false);
        return new Watched(
                facts,
                search.weights(),
                search.seed(),
                List.copyOf(shown),
                best,
                (System.nanoTime() - begun) / 1e9,
                (spent() - cpu) / 1e9);
    }

    private static long spent() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** The best plan shown until then. */
    Solution at(double seconds) {
        return shown.stream()
                .filter(one -> one.at() <= seconds)
                .reduce((first, second) -> second)
                .orElse(shown.get(0))
                .plan();
    }

    Solution first() {
        return shown.get(0).plan();
    }

    long total(Solution plan) {
        return plan.score().total(weights);
    }

    /** Plans shown that are worse than the first: more unplaced, or as many and a higher total. */
    long worseThanFirst() {
        Score first = first().score();
        return shown.stream()
                .map(one -> one.plan().score())
                .filter(score -> score.broken() > first.broken()
                        || score.broken() == first.broken()
                                && (score.unplaced() > first.unplaced()
                                        || score.unplaced() == first.unplaced()
                                                && score.total(weights) > first.total(weights)))
                .count();
    }
}
