package fr.forment.benchmark.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The least person-km in which people can meet in at most so many sessions, over every choice of places and however
 * schools are split: branch and bound over how many sessions each place holds.
 *
 * @param bound nothing costs less, whatever rule a plan has to keep besides
 * @param found what the best choice of places costs; the bound when the search came to its end
 */
record TravelBound(double bound, double found, int nodes) {

    private static final int FIRST_STEPS = 400;
    private static final int STEPS = 80;

    private record Node(int[] least, int[] most, double[] prices, double bound) {}

    static TravelBound of(TravelProblem problem, int mostNodes) {
        int[] most = new int[problem.places()];
        for (int p = 0; p < most.length; p++) {
            most[p] =
                    Math.min(problem.sessions(), (problem.total() + problem.capacity()[p] - 1) / problem.capacity()[p]);
        }
        double known = alone(problem);
        double leaves = Double.POSITIVE_INFINITY;
        var open = new PriorityQueue<Node>(Comparator.comparingDouble(Node::bound));
        open.add(new Node(new int[most.length], most, nearest(problem), Double.NEGATIVE_INFINITY));
        int nodes = 0;
        while (!open.isEmpty() && nodes < mostNodes) {
            Node node = open.poll();
            if (node.bound() >= Math.min(known, leaves) - 1e-6) {
                open.clear();
                break;
            }
            var relaxed = new Relaxation(problem, node.least(), node.most(), node.prices())
                    .climb(known, nodes++ == 0 ? FIRST_STEPS : STEPS);
            double bound = Math.max(node.bound(), relaxed.bound);
            known = Math.min(known, cost(problem, filled(problem, relaxed.sessions, node.most())));
            if (bound >= known - 1e-6) {
                continue;
            }
            int place = toBranch(problem, node, relaxed.sessions);
            if (place < 0) {
                leaves = Math.min(leaves, cost(problem, node.most()));
                continue;
            }
            int middle = Math.max(relaxed.sessions[place], node.least()[place] + 1);
            int[] fewer = node.most().clone();
            fewer[place] = middle - 1;
            int[] more = node.least().clone();
            more[place] = middle;
            open.add(new Node(node.least(), fewer, relaxed.prices, bound));
            if (Arrays.stream(more).sum() <= problem.sessions()) {
                open.add(new Node(more, node.most(), relaxed.prices, bound));
            }
        }
        double left = open.stream().mapToDouble(Node::bound).min().orElse(Double.POSITIVE_INFINITY);
        return new TravelBound(Math.min(Math.min(known, leaves), left), known, nodes);
    }

    /** A place whose number of sessions is not settled, one that the relaxation uses first; -1 without. */
    private static int toBranch(TravelProblem problem, Node node, int[] sessions) {
        int open = -1;
        for (int p = 0; p < problem.places(); p++) {
            if (node.most()[p] > node.least()[p]) {
                if (sessions[p] > node.least()[p]) {
                    return p;
                }
                open = p;
            }
        }
        return open;
    }

    /** All sessions there may be: those the relaxation has no use for are held where they help to hold everybody. */
    private static int[] filled(TravelProblem problem, int[] sessions, int[] most) {
        int[] filled = sessions.clone();
        int left = problem.sessions() - Arrays.stream(filled).sum();
        for (int p = 0; p < filled.length && left > 0; p++) {
            int more = Math.min(left, most[p] - filled[p]);
            filled[p] += Math.max(0, more);
            left -= Math.max(0, more);
        }
        return filled;
    }

    private static double cost(TravelProblem problem, int[] sessions) {
        int[][] sent = Transport.of(problem, sessions);
        return sent == null ? Double.POSITIVE_INFINITY : Transport.km(problem, sent);
    }

    /** Everybody at the one place that is best for all, as far as it may hold all sessions. */
    private static double alone(TravelProblem problem) {
        double best = Double.POSITIVE_INFINITY;
        for (int p = 0; p < problem.places(); p++) {
            int[] sessions = new int[problem.places()];
            sessions[p] = problem.sessions();
            best = Math.min(best, cost(problem, sessions));
        }
        return best;
    }

    private static double[] nearest(TravelProblem problem) {
        return Arrays.stream(problem.km())
                .mapToDouble(km -> Arrays.stream(km)
                        .sorted()
                        .skip(Math.min(2, km.length - 1))
                        .findFirst()
                        .orElse(0))
                .toArray();
    }
}
