package fr.forment.attendance;

import fr.forment.french.French;
import java.time.LocalTime;

/**
 * When somebody came or left, as it was said of a presence in part.
 *
 * @param came null where it was not said
 * @param left null where it was not said
 */
public record SaidHours(LocalTime came, LocalTime left) {

    /** Nobody said an hour. */
    public static final SaidHours UNSAID = new SaidHours(null, null);

    /** "10 h 15", empty where it was not said. */
    public String arrival() {
        return came == null ? "" : French.time(came);
    }

    /** "11 h 30", empty where it was not said. */
    public String departure() {
        return left == null ? "" : French.time(left);
    }

    /** "arrivée à 10 h 15, départ à 11 h 30"; empty where nothing was said. */
    public String told() {
        String there = came == null ? "" : "arrivée à " + arrival();
        return left == null ? there : there + (there.isEmpty() ? "" : ", ") + "départ à " + departure();
    }

    boolean areSaid() {
        return came != null || left != null;
    }
}
