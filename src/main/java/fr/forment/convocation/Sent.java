package fr.forment.convocation;

/**
 * What stands in a person's calendar of a session.
 *
 * @param halfDays how many appointments; 0 when none was sent, or all were taken out
 */
record Sent(long sessionId, int halfDays, int sequence) {

    static Sent nothing(long sessionId) {
        return new Sent(sessionId, 0, -1);
    }

    boolean stands() {
        return halfDays > 0;
    }
}
