package fr.forment.mail;

import java.time.Duration;
import java.time.Instant;

/**
 * When a mail leaves: never at an hour that comes after its end. One rule for mails written alone, for those written
 * together, and for tries.
 */
final class DepartureHour {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private DepartureHour() {}

    /** Whose first hour comes too late leaves at once; whose end is past already is of no use at any hour. */
    static Instant of(Instant wanted, Instant end, Instant now) {
        return end != null && wanted.isAfter(end) && !end.isBefore(now) ? now : wanted;
    }

    /** The same, in a statement that queues many. */
    static String sql(String wanted, String end, String now) {
        return "CASE WHEN " + wanted + " > " + end + " AND " + end + " >= " + now + " THEN " + now + " ELSE " + wanted
                + " END";
    }

    /** The next try; one that would come after the end comes halfway to it, as long as a minute is left. */
    static Instant again(Instant wanted, Instant end, Instant now) {
        if (end == null || !wanted.isAfter(end)) {
            return wanted;
        }
        Duration half = Duration.between(now, end).dividedBy(2);
        return half.compareTo(SHORTEST) < 0 ? wanted : now.plus(half);
    }
}
