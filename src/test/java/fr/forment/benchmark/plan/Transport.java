package fr.forment.benchmark.plan;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who goes where once it is settled how many sessions each place holds, exactly: everybody goes to the nearest place;
 * while one overflows, people move along the cheapest chain of places to one that has room.
 */
final class Transport {

    private final TravelProblem problem;
    private final int[] room;
    private final int[][] sent;

    private Transport(TravelProblem problem, int[] sessions) {
        this.problem = problem;
        this.room = new int[problem.places()];
        this.sent = new int[problem.schools()][problem.places()];
        for (int p = 0; p < room.length; p++) {
            room[p] = sessions[p] * problem.capacity()[p];
        }
    }

    /**
     * @param sessions at each place
     * @return people from each school to each place; null when the places do not hold everybody
     */
    static int[][] of(TravelProblem problem, int[] sessions) {
        var transport = new Transport(problem, sessions);
        if (Arrays.stream(transport.room).sum() < problem.total()) {
            return null;
        }
        int[] open = IntStream.range(0, problem.places())
                .filter(p -> sessions[p] > 0)
                .toArray();
        transport.nearest(open);
        while (transport.relieve(open)) {}
        return transport.sent;
    }

    static double km(TravelProblem problem, int[][] sent) {
        double km = 0;
        for (int s = 0; s < sent.length; s++) {
            for (int p = 0; p < sent[s].length; p++) {
                km += sent[s][p] * problem.km()[s][p];
            }
        }
        return km;
    }

    private void nearest(int[] open) {
        for (int s = 0; s < sent.length; s++) {
            int best = open[0];
            for (int p : open) {
                best = problem.km()[s][p] < problem.km()[s][best] ? p : best;
            }
            sent[s][best] = problem.people()[s];
            room[best] -= problem.people()[s];
        }
    }

    /** Moves some people on, along the cheapest chain from a place that overflows; false when none does. */
    private boolean relieve(int[] open) {
        int places = problem.places();
        double[] cost = new double[places];
        int[] before = new int[places];
        int[] school = new int[places];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        Arrays.fill(before, -1);
        boolean overflows = false;
        for (int p : open) {
            if (room[p] < 0) {
                cost[p] = 0;
                overflows = true;
            }
        }
        if (!overflows) {
            return false;
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int from : open) {
                for (int s = 0; s < sent.length && cost[from] < Double.POSITIVE_INFINITY; s++) {
                    for (int to : open) {
                        double value = cost[from] + problem.km()[s][to] - problem.km()[s][from];
                        if (sent[s][from] > 0 && value < cost[to] - 1e-9) {
                            cost[to] = value;
                            before[to] = from;
                            school[to] = s;
                            changed = true;
                        }
                    }
                }
            }
        }
        int end = -1;
        for (int p : open) {
            end = room[p] > 0 && (end < 0 || cost[p] < cost[end]) ? p : end;
        }
        int some = room[end];
        int start = end;
        for (; before[start] >= 0; start = before[start]) {
            some = Math.min(some, sent[school[start]][before[start]]);
        }
        some = Math.min(some, -room[start]);
        for (int p = end; p != start; p = before[p]) {
            sent[school[p]][before[p]] -= some;
            sent[school[p]][p] += some;
        }
        room[start] += some;
        room[end] -= some;
        return true;
    }
}
