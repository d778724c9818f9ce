package fr.forment.territory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** School-day arithmetic of one zone, on days already known to be off. Immutable. */
final class ZoneCalendar {

    private final Set<LocalDate> daysOff = new HashSet<>();
    private LocalDate knownUntil = LocalDate.MIN;

    ZoneCalendar(Collection<SchoolHoliday> holidays, Collection<LocalDate> publicHolidays) {
        for (SchoolHoliday holiday : holidays) {
            LocalDate end = holiday.lastDayOrUsual();
            holiday.firstDay().datesUntil(end.plusDays(1)).forEach(daysOff::add);
            knownUntil = end.isAfter(knownUntil) ? end : knownUntil;
        }
        daysOff.addAll(publicHolidays);
    }

    /** Last day a holiday table covers; {@link LocalDate#MIN} without any. */
    LocalDate knownUntil() {
        return knownUntil;
    }

    boolean isSchoolDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !daysOff.contains(day);
    }

    LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isSchoolDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    LocalDate plus(LocalDate from, int schoolDays) {
        int step = Integer.signum(schoolDays);
        LocalDate day = from;
        for (int left = Math.abs(schoolDays); left > 0; ) {
            day = day.plusDays(step);
            if (isSchoolDay(day)) {
                left--;
            }
        }
        return day;
    }

    int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -(int) to.datesUntil(from).filter(this::isSchoolDay).count();
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isSchoolDay)
                .count();
    }
}
