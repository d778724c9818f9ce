package fr.forment.plan.calculation;

import java.time.Duration;

/**
 * How a better plan is looked for.
 *
 * @param seed the same facts, weights, seed and steps give the same plan
 * @param atMost of wall time; null: steps alone decide
 * @param steps of the search at most; null: time alone decides
 */
public record Search(Weights weights, long seed, Duration atMost, Integer steps) {

    public static Search of(Weights weights, long seed, Duration atMost) {
        return new Search(weights, seed, atMost, null);
    }

    public static Search ofSteps(Weights weights, long seed, int steps) {
        return new Search(weights, seed, null, steps);
    }
}
