package fr.forment.french;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Dates as forms send them and as the engine reads them. */
public final class IsoDates {

    private IsoDates() {}

    /** Empty for what is no ISO date. */
    public static Optional<LocalDate> read(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso == null ? "" : iso.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
