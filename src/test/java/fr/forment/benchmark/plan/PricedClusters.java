package fr.forment.benchmark.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What some of the schools cost at least in so many sessions, by prices that are good for all schools together. */
final class PricedClusters {

    private static final int STEPS = 600;

    private final TravelProblem problem;
    private final double known;
    private final double[] prices;
    /** Of each place, the schools that gain by it, the highest gain per person first. */
    private final int[][] order;

    PricedClusters(TravelProblem problem) {
        this.problem = problem;
        int[] most = new int[problem.places()];
        Arrays.fill(most, problem.sessions());
        this.known = TravelBound.of(problem, 2_000).found();
        this.prices = new Relaxation(problem, new int[most.length], most, new double[problem.schools()])
                .climb(known, STEPS)
                .prices;
        this.order = IntStream.range(0, problem.places())
                .mapToObj(place -> IntStream.range(0, problem.schools())
                        .boxed()
                        .filter(s -> gain(s, place) > 0)
                        .sorted(Comparator.comparingDouble(s -> -gain(s, place)))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Person-km of a choice of places that holds everybody. */
    double known() {
        return known;
    }

    int largest() {
        return Arrays.stream(problem.capacity()).max().orElse(0);
    }

    int smallest() {
        return Arrays.stream(problem.capacity()).min().orElse(0);
    }

    private double gain(int school, int place) {
        return prices[school] - problem.km()[school][place];
    }

    /** @return by number of sessions */
    double[] of(int set) {
        int sessions = problem.sessions();
        double[] gains = new double[problem.places() * sessions];
        for (int p = 0; p < problem.places(); p++) {
            int session = 0;
            int room = problem.capacity()[p];
            for (int s : order[p]) {
                if ((set >> s & 1) == 0) {
                    continue;
                }
                for (int left = problem.people()[s]; left > 0 && session < sessions; ) {
                    int some = Math.min(left, room);
                    gains[p * sessions + session] += some * gain(s, p);
                    left -= some;
                    room -= some;
                    if (room == 0) {
                        session++;
                        room = problem.capacity()[p];
                    }
                }
            }
        }
        Arrays.sort(gains);
        double[] costs = new double[sessions + 1];
        for (int left = set; left != 0; left &= left - 1) {
            int s = Integer.numberOfTrailingZeros(left);
            costs[0] += prices[s] * problem.people()[s];
        }
        for (int n = 1; n <= sessions; n++) {
            costs[n] = costs[n - 1] - (n <= gains.length ? gains[gains.length - n] : 0);
        }
        return costs;
    }
}
