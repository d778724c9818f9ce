package fr.forment.needs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Dates as people read them, and as forms send them. */
final class FrenchDates {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRANCE);

    private FrenchDates() {
    }

    /** "vendredi 25 septembre 2026". */
    static String full(LocalDate day) {
        return FULL.format(day);
    }

    /** Empty for what is no ISO date. */
    static Optional<LocalDate> read(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso == null ? "" : iso.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
