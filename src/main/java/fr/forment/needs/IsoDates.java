package fr.forment.needs;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Dates as forms send them and as the engine reads them. */
final class IsoDates {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private IsoDates() {
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
