package fr.forment.catalogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Nobody trains from nine to three without lunch: what goes on from the morning into the afternoon pauses in between.
 */
public final class MiddayBreak {

    /** The longest training that fits one half of a day; what is longer needs both, and the break between them. */
    public static final int HALF_DAY_MINUTES = 240;

    private static final int MINUTES = 60;
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime LATEST_LUNCH = LocalTime.of(13, 30);

    private MiddayBreak() {}

    /** Minutes nobody trains; 0 where none is needed. */
    public static int of(LocalTime start, int minutes) {
        return start.isBefore(NOON) && LATEST_LUNCH.isBefore(start.plusMinutes(minutes)) ? MINUTES : 0;
    }

    /** When those who pause go to lunch. */
    public static LocalDateTime beginsOn(LocalDate day) {
        return day.atTime(NOON);
    }

    /** When a training of so many minutes is over, its break included. */
    public static LocalTime end(LocalTime start, int minutes) {
        return start.plusMinutes((long) minutes + of(start, minutes));
    }

    public static LocalDateTime end(LocalDateTime start, int minutes) {
        return start.plusMinutes((long) minutes + of(start.toLocalTime(), minutes));
    }

    /** Too long for half a day, and begun so late that it would have no break. */
    public static boolean isMissing(LocalTime start, int minutes) {
        return minutes > HALF_DAY_MINUTES && of(start, minutes) == 0;
    }
}
