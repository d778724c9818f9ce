package fr.forment.limits;

import fr.forment.french.French;
import java.time.Duration;

/** How a wait is told. */
public final class Patience {

    private Patience() {}

    /** Whole minutes, at least one: who comes back then is let in. */
    public static long minutes(Duration wait) {
        return Math.max(1, (wait.toMillis() + 59_999) / 60_000);
    }

    public static String inFrench(Duration wait) {
        long minutes = minutes(wait);
        return minutes == 1 ? "une minute" : French.count(minutes, "minute");
    }

    /** From the address of a page, where anybody may write anything; null when there is no wait. */
    public static String read(String minutes) {
        return minutes == null
                ? null
                : inFrench(Duration.ofMinutes(minutes.matches("\\d{1,2}") ? Long.parseLong(minutes) : 1));
    }
}
