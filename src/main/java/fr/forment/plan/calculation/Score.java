package fr.forment.plan.calculation;

import java.util.Map;

/**
 * What a plan is worth: nothing forbidden, then as few people unplaced as can be, then the goals.
 *
 * @param broken hard rules broken; 0 in every plan that is shown
 * @param unplaced people invited who have no session, each times the priority of the need: ten when the module must
 *     come before the opening, else one; twice that where the school asked for it; up to four times for schools served
 *     before others. One more for each person who must come before the opening and comes after it
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
