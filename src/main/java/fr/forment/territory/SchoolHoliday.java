package fr.forment.territory;

import java.time.LocalDate;
import java.time.Month;
import java.util.stream.Stream;

/**
 * A stretch of days without school.
 *
 * @param lastDay last day without school; null while the end of a summer is not published
 */
public record SchoolHoliday(String schoolYear, Zone zone, String label, LocalDate firstDay, LocalDate lastDay) {

    /** A summer without a published end is taken to last until 31 August, the eve of the usual start of school. */
    public LocalDate lastDayOrUsual() {
        return lastDay != null ? lastDay : LocalDate.of(firstDay.getYear(), Month.AUGUST, 31);
    }

    public Stream<LocalDate> days() {
        return firstDay.datesUntil(lastDayOrUsual().plusDays(1));
    }

    /** In the same year and zone as the other one. */
    public boolean covers(SchoolHoliday other, LocalDate day) {
        return schoolYear.equals(other.schoolYear)
                && zone == other.zone
                && !day.isBefore(firstDay)
                && !day.isAfter(lastDayOrUsual());
    }
}
