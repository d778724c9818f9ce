package fr.forment.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, hours and numbers as sentences write them. */
final class French {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H 'h' mm", Locale.FRENCH);

    private French() {
    }

    static String day(LocalDate day) {
        return day.format(DAY).replace(" 1 ", " 1er ");
    }

    static String time(LocalTime time) {
        return time.format(TIME).replace(" 00", "").strip();
    }

    /** "3 h", "1 h 30", "45 min". */
    static String duration(long minutes) {
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " %02d".formatted(minutes % 60));
    }

    /** "1 session", "3 sessions"; French counts zero as one. */
    static String count(long number, String one, String many) {
        return number + " " + (number < 2 ? one : many);
    }
}
