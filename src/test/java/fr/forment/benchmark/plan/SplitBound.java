package fr.forment.benchmark.plan;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The least person-km where sending the people of a school to more than one session has its price. Sessions that share
 * schools make a cluster; the best of all plans is a forest, so a cluster of so many sessions splits one school less
 * than it has sessions. Every way of parting the schools in clusters is tried, but for those that a bound rules out;
 * clusters of three sessions and more are first valued by a bound, and exactly once the best parting uses them.
 */
final class SplitBound {

    private static final double UNKNOWN = -1;

    private final TravelProblem problem;
    private final PricedClusters priced;
    private final int all;
    private final int[] people;
    /** By sessions and set: what the cluster costs; whether that is exact. */
    private final double[][] costs;

    private final boolean[][] exact;
    /** By sessions and set: what the schools cost at least, however they are parted; whether that is exact; how. */
    private final double[][] least;

    private final boolean[][] settled;
    private final int[][] choice;

    private SplitBound(TravelProblem problem) {
        this.problem = problem;
        this.priced = new PricedClusters(problem);
        this.all = 1 << problem.schools();
        this.people = new int[all];
        for (int set = 1; set < all; set++) {
            people[set] = people[set & (set - 1)] + problem.people()[Integer.numberOfTrailingZeros(set)];
        }
        int sizes = problem.sessions() + 1;
        this.costs = filled(sizes);
        this.least = filled(sizes);
        this.exact = new boolean[sizes][all];
        this.settled = new boolean[sizes][all];
        this.choice = new int[sizes][all];
    }

    private double[][] filled(int sizes) {
        double[][] table = new double[sizes][all];
        for (double[] row : table) {
            Arrays.fill(row, UNKNOWN);
        }
        return table;
    }

    /** @param refinements of clusters at most; with fewer than it takes, the bound is still a bound */
    static double of(TravelProblem problem, int refinements) {
        return new SplitBound(problem).bound(refinements);
    }

    private double bound(int refinements) {
        double known = priced.known() + problem.split() * (problem.sessions() - 1) + 1e-6;
        double best = part(all - 1, problem.sessions(), known);
        for (int n = 0; n < refinements && refine(); n++) {
            for (boolean[] row : settled) {
                Arrays.fill(row, false);
            }
            best = part(all - 1, problem.sessions(), known);
        }
        return Math.min(best, known);
    }

    /** What the schools cost when parted at best; where that is above the budget, only that it is. */
    private double part(int set, int sessions, double budget) {
        if (set == 0) {
            return 0;
        }
        if (settled[sessions][set] || least(set, sessions) > budget) {
            return least[sessions][set];
        }
        double best = Double.POSITIVE_INFINITY;
        int low = set & -set;
        int rest = set ^ low;
        for (int others = rest; ; others = (others - 1) & rest) {
            int cluster = others | low;
            for (int used = 1; used <= sessions; used++) {
                double limit = Math.min(best, budget);
                double left = set == cluster ? 0 : least(set ^ cluster, sessions - used);
                if (left < limit && left + cost(cluster, used) < limit) {
                    double value =
                            costs[used][cluster] + part(set ^ cluster, sessions - used, limit - costs[used][cluster]);
                    if (value < best) {
                        best = value;
                        choice[sessions][set] = cluster << 4 | used;
                    }
                }
            }
            if (others == 0) {
                break;
            }
        }
        settled[sessions][set] = best <= budget;
        least[sessions][set] = Math.max(least[sessions][set], Math.min(best, budget));
        return best <= budget ? least[sessions][set] : Math.max(best, least[sessions][set]);
    }

    private double least(int set, int sessions) {
        if (least[sessions][set] == UNKNOWN) {
            double[] costs = priced.of(set);
            for (int n = 0; n < least.length; n++) {
                least[n][set] = people[set] > n * priced.largest() ? Double.POSITIVE_INFINITY : Math.max(0, costs[n]);
            }
        }
        return least[sessions][set];
    }

    private double cost(int set, int sessions) {
        if (costs[sessions][set] == UNKNOWN) {
            boolean useless = sessions > 1 && people[set] <= priced.smallest();
            boolean holds = !useless && people[set] <= sessions * priced.largest();
            exact[sessions][set] = !holds || sessions <= 2;
            costs[sessions][set] = !holds
                    ? Double.POSITIVE_INFINITY
                    : switch (sessions) {
                        case 1 -> together(set);
                        case 2 -> inTwo(set);
                        default -> Math.max(0, priced.of(set)[sessions]) + problem.split() * (sessions - 1);
                    };
        }
        return costs[sessions][set];
    }

    private double together(int set) {
        double best = Double.POSITIVE_INFINITY;
        for (int p = 0; p < problem.places(); p++) {
            if (people[set] <= problem.capacity()[p]) {
                double cost = 0;
                for (int left = set; left != 0 && cost < best; left &= left - 1) {
                    int s = Integer.numberOfTrailingZeros(left);
                    cost += problem.people()[s] * problem.km()[s][p];
                }
                best = Math.min(best, cost);
            }
        }
        return best;
    }

    private double inTwo(int set) {
        double best = Double.POSITIVE_INFINITY;
        for (int p = 0; p < problem.places(); p++) {
            for (int q = p; q < problem.places(); q++) {
                if (people[set] <= problem.capacity()[p] + problem.capacity()[q]) {
                    best = Math.min(best, inTwo(set, p, q, best));
                }
            }
        }
        return best + problem.split();
    }

    /** Everybody goes to the nearer place; from the one that overflows, those go to the other who lose least. */
    private double inTwo(int set, int p, int q, double known) {
        double cost = 0;
        int atP = 0;
        for (int left = set; left != 0; left &= left - 1) {
            int s = Integer.numberOfTrailingZeros(left);
            boolean first = problem.km()[s][p] <= problem.km()[s][q];
            cost += problem.people()[s] * problem.km()[s][first ? p : q];
            atP += first ? problem.people()[s] : 0;
        }
        int over = Math.max(atP - problem.capacity()[p], 0);
        int other = Math.max(people[set] - atP - problem.capacity()[q], 0);
        if (over + other == 0 || cost >= known) {
            return cost;
        }
        int from = over > 0 ? p : q;
        int to = over > 0 ? q : p;
        double[] losses = new double[problem.schools()];
        int[] moved = new int[problem.schools()];
        int n = 0;
        for (int left = set; left != 0; left &= left - 1) {
            int s = Integer.numberOfTrailingZeros(left);
            double loss = problem.km()[s][to] - problem.km()[s][from];
            if (from == p ? loss >= 0 : loss > 0) {
                int at = n++;
                for (; at > 0 && losses[at - 1] > loss; at--) {
                    losses[at] = losses[at - 1];
                    moved[at] = moved[at - 1];
                }
                losses[at] = loss;
                moved[at] = problem.people()[s];
            }
        }
        int left = over + other;
        for (int i = 0; i < n && left > 0; i++) {
            int some = Math.min(left, moved[i]);
            cost += some * losses[i];
            left -= some;
        }
        return cost;
    }

    /** Values exactly what the best parting uses; false when it was exact already. */
    private boolean refine() {
        boolean refined = false;
        int sessions = problem.sessions();
        for (int set = all - 1; set != 0; ) {
            int cluster = choice[sessions][set] >> 4;
            int used = choice[sessions][set] & 15;
            if (!exact[used][cluster]) {
                exact[used][cluster] = true;
                costs[used][cluster] = Math.max(costs[used][cluster], exactly(cluster, used));
                refined = true;
            }
            set ^= cluster;
            sessions -= used;
        }
        return refined;
    }

    private double exactly(int cluster, int sessions) {
        int[] schools = IntStream.range(0, problem.schools())
                .filter(s -> (cluster >> s & 1) == 1)
                .toArray();
        var alone = new TravelProblem(
                Arrays.stream(schools).map(s -> problem.people()[s]).toArray(),
                Arrays.stream(schools).mapToObj(s -> problem.km()[s]).toArray(double[][]::new),
                problem.capacity(),
                sessions,
                0);
        return TravelBound.of(alone, 2_000).bound() + problem.split() * (sessions - 1);
    }
}
