package fr.forment.means;

import fr.forment.territory.CalendarTables;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.SchoolHoliday;
import fr.forment.territory.Zone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The periods of a school year, from the holidays of a zone. */
@Component
@RequiredArgsConstructor
public class Periods {

    /** A long weekend (Ascension) parts no period. */
    private static final int SHORTEST_HOLIDAY = 6;

    private final CalendarTables tables;
    private final SchoolCalendar calendar;

    /** Those of the school years from one day to another. */
    public List<Period> of(Zone zone, LocalDate from, LocalDate until) {
        List<SchoolHoliday> holidays = holidays(zone).stream()
                .filter(holiday ->
                        ChronoUnit.DAYS.between(holiday.firstDay(), holiday.lastDayOrUsual()) + 1 >= SHORTEST_HOLIDAY)
                .toList();
        List<Period> periods = new ArrayList<>();
        LocalDate begins = LocalDate.of(year(from), 8, 1);
        LocalDate ends = LocalDate.of(year(until) + 1, 7, 31);
        int number = 1;
        LocalDate open = begins;
        for (SchoolHoliday holiday : holidays) {
            if (holiday.lastDayOrUsual().isBefore(begins) || holiday.firstDay().isAfter(ends)) {
                continue;
            }
            number = add(periods, zone, number, open, holiday.firstDay().minusDays(1));
            open = holiday.lastDayOrUsual().plusDays(1);
        }
        add(periods, zone, number, open, ends);
        return periods;
    }

    public List<SchoolHoliday> holidays(Zone zone) {
        return tables.holidays().stream()
                .filter(holiday -> holiday.zone() == zone.ofHolidays())
                .sorted(Comparator.comparing(SchoolHoliday::firstDay))
                .toList();
    }

    /** Returns the number of the next one, which begins anew with each school year. */
    private int add(List<Period> periods, Zone zone, int number, LocalDate first, LocalDate last) {
        List<LocalDate> days = first.isAfter(last)
                ? List.of()
                : first.datesUntil(last.plusDays(1))
                        .filter(day -> calendar.isSchoolDay(zone, day))
                        .toList();
        if (days.isEmpty()) {
            return number;
        }
        String year = calendar.schoolYear(days.get(0));
        boolean newYear = !periods.isEmpty()
                && !calendar.schoolYear(periods.get(periods.size() - 1).from()).equals(year);
        int here = newYear ? 1 : number;
        periods.add(new Period(
                "Période " + here + ", " + year,
                days.get(0),
                days.get(days.size() - 1),
                (int) days.stream()
                        .map(day ->
                                List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)))
                        .distinct()
                        .count(),
                (int) days.stream()
                        .filter(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY)
                        .count()));
        return here + 1;
    }

    private static int year(LocalDate day) {
        return day.getMonthValue() >= 8 ? day.getYear() : day.getYear() - 1;
    }
}
