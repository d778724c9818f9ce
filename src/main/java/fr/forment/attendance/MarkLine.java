package fr.forment.attendance;

import fr.forment.session.EnrolmentState;

/**
 * One person on the sheet of one half-day.
 *
 * @param agentId whose line it is
 * @param state null while nobody has marked it
 * @param minutes null while nobody has marked it
 * @param hours never null; empty where nobody said any
 * @param readAt "14 h 02" when the person read the code, or null
 */
public record MarkLine(
        long enrolmentId,
        long agentId,
        String name,
        String school,
        String function,
        EnrolmentState state,
        Integer minutes,
        SaidHours hours,
        String readAt) {

    public boolean isMarked() {
        return state != null;
    }
}
