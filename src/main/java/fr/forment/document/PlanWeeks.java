package fr.forment.document;

import fr.forment.document.PlanWeek.Day;
import fr.forment.means.Periods;
import fr.forment.plan.PlannedSession;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.SchoolHoliday;
import fr.forment.territory.Zone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Lays the sessions of a version out by week, holidays between them included. */
@Component
@RequiredArgsConstructor
public class PlanWeeks {

    private static final int SCHOOL_DAYS = 5;
    private static final int DAYS = 7;

    private final Periods periods;
    private final SchoolCalendar calendar;

    /** From the week of the first session to that of the last; Saturday and Sunday only where something is held. */
    public List<PlanWeek> of(Zone zone, Collection<PlannedSession> sessions) {
        List<PlanWeek> weeks = new ArrayList<>();
        if (sessions.isEmpty()) {
            return weeks;
        }
        Map<LocalDate, List<PlannedSession>> byDay =
                sessions.stream().collect(Collectors.groupingBy(PlannedSession::day));
        List<SchoolHoliday> holidays = periods.holidays(zone);
        LocalDate last = byDay.keySet().stream().max(LocalDate::compareTo).orElseThrow();
        LocalDate monday = byDay.keySet().stream()
                .min(LocalDate::compareTo)
                .orElseThrow()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        while (!monday.isAfter(last)) {
            weeks.add(week(zone, monday, byDay, holidays));
            monday = monday.plusDays(DAYS);
        }
        return weeks;
    }

    private PlanWeek week(
            Zone zone, LocalDate monday, Map<LocalDate, List<PlannedSession>> byDay, List<SchoolHoliday> holidays) {
        List<Day> days = IntStream.range(0, DAYS)
                .mapToObj(monday::plusDays)
                .filter(day -> day.isBefore(monday.plusDays(SCHOOL_DAYS)) || byDay.containsKey(day))
                .map(day -> new Day(day, !calendar.isSchoolDay(zone, day), byDay.getOrDefault(day, List.of())))
                .toList();
        boolean off = days.stream().allMatch(Day::off);
        return new PlanWeek(monday, off ? name(monday, holidays) : null, days);
    }

    private static String name(LocalDate monday, List<SchoolHoliday> holidays) {
        return holidays.stream()
                .filter(holiday -> !holiday.firstDay().isAfter(monday.plusDays(SCHOOL_DAYS - 1))
                        && !holiday.lastDayOrUsual().isBefore(monday))
                .map(SchoolHoliday::label)
                .findFirst()
                .orElse("Semaine sans classe");
    }
}
