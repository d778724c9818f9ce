package fr.forment.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Dates as files write them: ISO, French after a visit to a spreadsheet, or the UTC instant of a local midnight. */
public final class CsvDates {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private CsvDates() {}

    public static Optional<LocalDate> read(String written) {
        try {
            if (written.contains("/")) {
                return Optional.of(LocalDate.parse(written, FRENCH));
            }
            return Optional.of(
                    written.contains("T")
                            ? OffsetDateTime.parse(written)
                                    .atZoneSameInstant(PARIS)
                                    .toLocalDate()
                            : LocalDate.parse(written));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
