package fr.forment.staff;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as sentences say them: "12 octobre 2026". */
final class FrenchDay {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRANCE);

    private FrenchDay() {
    }

    static String of(LocalDate day) {
        return (day.getDayOfMonth() == 1 ? "1er" + LONG.format(day).substring(1) : LONG.format(day));
    }
}
