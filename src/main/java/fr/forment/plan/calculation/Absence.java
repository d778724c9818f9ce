package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Days on which somebody cannot train others: ill, away, promised elsewhere.
 *
 * @param from first day, {@code until} the last
 * @param start on each of those days; null with {@code end}: the whole day
 * @param gone is nowhere then, not as a trainee either; else these are only days not given to training others
 */
public record Absence(long personId, LocalDate from, LocalDate until, LocalTime start, LocalTime end, boolean gone) {

    public Absence(long personId, LocalDate from, LocalDate until, LocalTime start, LocalTime end) {
        this(personId, from, until, start, end, true);
    }

    public static Absence wholeDays(long personId, LocalDate from, LocalDate until) {
        return new Absence(personId, from, until, null, null);
    }

    public boolean covers(LocalDate day, LocalTime begins, LocalTime ends) {
        return !day.isBefore(from)
                && !day.isAfter(until)
                && (start == null || start.isBefore(ends) && begins.isBefore(end));
    }
}
