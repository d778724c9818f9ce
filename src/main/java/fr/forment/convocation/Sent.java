package fr.forment.convocation;

import java.util.Set;

/**
 * What stands in a person's calendar of a session.
 *
 * @param halfDays whose appointments, by position, a bit each; 0 when none was sent, or all were taken out
 */
record Sent(long sessionId, int halfDays, int sequence) {

    /** More half-days than a session may have. */
    static final int LAST = 30;

    static Sent nothing(long sessionId) {
        return new Sent(sessionId, 0, -1);
    }

    static Sent of(long sessionId, Set<Integer> positions, int sequence) {
        return new Sent(
                sessionId, positions.stream().mapToInt(Sent::bit).reduce(0, (one, more) -> one | more), sequence);
    }

    boolean stands() {
        return halfDays != 0;
    }

    boolean holds(int position) {
        return (halfDays & bit(position)) != 0;
    }

    private static int bit(int position) {
        return 1 << position - 1;
    }
}
