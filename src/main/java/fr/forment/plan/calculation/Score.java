package fr.forment.plan.calculation;

import java.util.Map;

/**
 * What a plan is worth: nothing forbidden, then as few people unplaced as can be, then the goals.
 *
 * @param broken hard rules broken; 0 in every plan that is shown
 * @param unplaced people without a session, each times the priority of the need
 * @param goals units of each goal, before weights
 */
public record Score(long broken, long unplaced, Map<Goal, Long> goals) implements Comparable<Score> {

    public Score {
        goals = Map.copyOf(goals);
    }

    /** Units times weights; less is better. */
    public long total(Weights weights) {
        return goals.entrySet().stream()
                .mapToLong(entry -> entry.getValue() * weights.of(entry.getKey()))
                .sum();
    }

    /** Rules and people only; the better one is greater. Goals are compared by {@link #total}. */
    @Override
    public int compareTo(Score other) {
        int rules = Long.compare(other.broken, broken);
        return rules != 0 ? rules : Long.compare(other.unplaced, unplaced);
    }
}
