package fr.forment.plan.calculation;

import java.util.Map;
import java.util.Objects;

/**
 * A session that stands already when a plan is computed: of the version before, of the plan in force, or placed by a
 * person.
 *
 * @param line its number in the plan
 * @param now where people have moved its session since; the same where they have not
 * @param fixed a pin: nothing of it changes. Otherwise changing its date costs people
 * @param published people were told its date
 */
public record Held(int line, Draft session, Draft now, boolean fixed, boolean published) {

    public Held(int line, Draft session, boolean fixed, boolean published) {
        this(line, session, session, fixed, published);
    }

    /** As it was planned, or as people have it by now. */
    public boolean isLedBy(Long trainer) {
        return Objects.equals(session.trainerId(), trainer) || Objects.equals(now.trainerId(), trainer);
    }

    /** The same of where it meets. */
    public boolean isAt(String place) {
        return session.place().equals(place) || now.place().equals(place);
    }

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
