package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * One session held otherwise, as the address of a page carries it.
 *
 * @param trainerId null: nobody named
 */
public record Change(int line, LocalDate day, LocalTime start, Long trainerId, String place) {

    private static final String PART = "~";

    public static Change to(Draft way) {
        return new Change(way.line(), way.day(), way.start(), way.trainerId(), way.place());
    }

    /** Empty for what no page of ours has written. */
    public static Optional<Change> read(String text) {
        String[] parts = text == null ? new String[0] : text.split(PART, 5);
        try {
            return parts.length == 5
                    ? Optional.of(new Change(
                            Integer.parseInt(parts[0]),
                            LocalDate.parse(parts[1]),
                            LocalTime.parse(parts[2]),
                            parts[3].isEmpty() ? null : Long.valueOf(parts[3]),
                            parts[4]))
                    : Optional.empty();
        } catch (NumberFormatException | DateTimeException foreign) {
            return Optional.empty();
        }
    }

    public String written() {
        return String.join(
                PART,
                String.valueOf(line),
                day.toString(),
                start.toString(),
                trainerId == null ? "" : trainerId.toString(),
                place);
    }

    boolean isTo(Draft way) {
        return equals(to(way));
    }
}
