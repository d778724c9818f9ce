package fr.forment.benchmark.plan;

import java.util.Arrays;

/**
 * The problem without the rule that everybody meets once: each place takes whom it likes at a price per person and
 * school. For any prices, what this costs is a valid bound; the prices are moved to where it is highest (Lagrange,
 * subgradient steps).
 */
final class Relaxation {

    private final TravelProblem problem;
    private final int[] least;
    private final int[] most;
    final double[] prices;
    double bound = Double.NEGATIVE_INFINITY;
    int[] sessions;

    /** @param least sessions at each place, {@code most} sessions; {@code prices} to begin with */
    Relaxation(TravelProblem problem, int[] least, int[] most, double[] prices) {
        this.problem = problem;
        this.least = least;
        this.most = most;
        this.prices = prices.clone();
        this.sessions = least;
    }

    /** @param known cost of a plan that exists: no bound above it is looked for */
    Relaxation climb(double known, int steps) {
        double[] best = prices.clone();
        double pace = 1.5;
        int idle = 0;
        for (int step = 0; step < steps && bound < known - 1e-6 && pace > 1e-3; step++) {
            int[] missing = problem.people().clone();
            int[] chosen = new int[problem.places()];
            double value = value(missing, chosen);
            if (value > bound + 1e-9) {
                idle = value > bound + 1e-4 ? 0 : idle + 1;
                bound = value;
                sessions = chosen;
                System.arraycopy(prices, 0, best, 0, best.length);
            } else if (++idle > 8) {
                idle = 0;
                pace /= 2;
                System.arraycopy(best, 0, prices, 0, best.length);
            }
            double length = Arrays.stream(missing)
                    .mapToDouble(one -> (double) one * one)
                    .sum();
            if (length == 0) {
                break;
            }
            double move = pace * Math.max(known - value, 0.01 * Math.abs(known) + 0.01) / length;
            for (int s = 0; s < prices.length; s++) {
                prices[s] += move * missing[s];
            }
        }
        System.arraycopy(best, 0, prices, 0, best.length);
        return this;
    }

    /** Leaves in {@code missing} the people nobody took (below 0: taken twice), in {@code chosen} the sessions. */
    private double value(int[] missing, int[] chosen) {
        int places = problem.places();
        int all = problem.sessions();
        Taking[] takings = new Taking[places];
        double[] best = new double[all + 1];
        int[][] used = new int[places][all + 1];
        for (int p = 0; p < places; p++) {
            takings[p] = new Taking(p);
            double[] next = new double[all + 1];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int j = 0; j <= all; j++) {
                for (int k = least[p]; k <= Math.min(most[p], j); k++) {
                    double value = best[j - k] + takings[p].cost(k);
                    if (value < next[j] - 1e-12) {
                        next[j] = value;
                        used[p][j] = k;
                    }
                }
            }
            best = next;
        }
        double value = best[all];
        for (int p = places - 1, j = all; p >= 0; p--) {
            chosen[p] = used[p][j];
            takings[p].take(chosen[p], missing);
            j -= chosen[p];
        }
        for (int s = 0; s < prices.length; s++) {
            value += prices[s] * problem.people()[s];
        }
        return value;
    }

    /** Whom a place takes when it holds so many sessions: who pays most first. */
    private final class Taking {

        private final int capacity;
        private final int[] schools;
        private final double[] costs;

        Taking(int place) {
            capacity = problem.capacity()[place];
            int[] order = new int[problem.schools()];
            double[] gains = new double[problem.schools()];
            int known = 0;
            int size = 0;
            for (int s = 0; s < problem.schools(); s++) {
                double gain = prices[s] - problem.km()[s][place];
                if (gain > 0) {
                    int at = known++;
                    for (; at > 0 && gains[at - 1] < gain; at--) {
                        gains[at] = gains[at - 1];
                        order[at] = order[at - 1];
                    }
                    gains[at] = gain;
                    order[at] = s;
                    size += problem.people()[s];
                }
            }
            schools = Arrays.copyOf(order, known);
            costs = new double[Math.min(size, capacity * most[place]) + 1];
            for (int n = 0, taken = 0; n < known; n++) {
                for (int k = problem.people()[schools[n]]; k > 0 && taken < costs.length - 1; k--, taken++) {
                    costs[taken + 1] = costs[taken] - gains[n];
                }
            }
        }

        double cost(int sessions) {
            return costs[Math.min(sessions * capacity, costs.length - 1)];
        }

        void take(int sessions, int[] missing) {
            int room = sessions * capacity;
            for (int n = 0; n < schools.length && room > 0; n++) {
                int some = Math.min(room, problem.people()[schools[n]]);
                missing[schools[n]] -= some;
                room -= some;
            }
        }
    }
}
