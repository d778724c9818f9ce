package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Days on which somebody cannot train others: ill, away, promised elsewhere.
 *
 * @param from first day, {@code until} the last
 * @param start on each of those days; null with {@code end}: the whole day
 */
public record Absence(long personId, LocalDate from, LocalDate until, LocalTime start, LocalTime end) {

    public static Absence wholeDays(long personId, LocalDate from, LocalDate until) {
        return new Absence(personId, from, until, null, null);
    }

    public boolean covers(LocalDate day, LocalTime begins, LocalTime ends) {
        return !day.isBefore(from)
                && !day.isAfter(until)
                && (start == null || start.isBefore(ends) && begins.isBefore(end));
    }
}
