package fr.forment.plan.calculation;

import java.util.Map;

/**
 * A session that stands already when a plan is computed: of the version before, of the plan in force, or placed by a
 * person.
 *
 * @param line its number in the plan
 * @param fixed a pin: nothing of it changes. Otherwise changing its date costs people
 * @param published people were told its date
 */
public record Held(int line, Draft session, boolean fixed, boolean published) {

    /** As it stands, under its number. */
    public Draft numbered() {
        return session.with(line, session.seats(), session.expected());
    }

    /** For fewer people: those who still need it. */
    public Draft reducedTo(Map<String, Integer> seats) {
        return session.with(
                line, seats, seats.values().stream().mapToInt(Integer::intValue).sum());
    }
}
