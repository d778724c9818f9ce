package fr.forment.needs;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Dates as people read them, and as forms send them. */
final class FrenchDates {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRANCE);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private FrenchDates() {
    }

    /** "vendredi 25 septembre 2026". */
    static String full(LocalDate day) {
        return FULL.format(day);
    }

    /** For the engine, with the zone said: the server's own may be another. */
    static String iso(LocalDateTime parisTime) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(parisTime.atZone(PARIS));
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
