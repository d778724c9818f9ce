package fr.forment.document;

import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A week of a plan.
 *
 * @param off what it is without school for; null where there is school
 */
public record PlanWeek(LocalDate monday, String off, List<Day> days) {

    private static final int LAST_DAY = 6;

    /** Sessions of one module on one day that are told as one: a meeting in each school would drown all others. */
    private static final int MANY = 4;

    /** @param off no school: holiday or public holiday */
    public record Day(LocalDate day, boolean off, List<PlannedSession> sessions) {

        /**
         * Each session by itself, those of a module that has many of them that day together, where the first stands.
         */
        public List<List<PlannedSession>> groups() {
            Map<Object, List<PlannedSession>> groups = new LinkedHashMap<>();
            Map<String, Long> often =
                    sessions.stream().collect(Collectors.groupingBy(PlannedSession::moduleCode, Collectors.counting()));
            sessions.forEach(session -> groups.computeIfAbsent(
                            often.get(session.moduleCode()) >= MANY ? session.moduleCode() : session.line(),
                            one -> new ArrayList<>())
                    .add(session));
            return List.copyOf(groups.values());
        }
    }

    /**
     * What stands in one row of a calendar: a week with sessions, or as many without as follow one another, holidays or
     * not.
     *
     * @param weeks how many
     * @param until last day of the last one
     * @param holidays that lie in them, by name
     */
    public record Row(PlanWeek week, int weeks, LocalDate until, List<String> holidays) {

        static Row of(PlanWeek week) {
            return new Row(week, 1, week.monday.plusDays(LAST_DAY), week.off == null ? List.of() : List.of(week.off));
        }

        public boolean isEmpty() {
            return week.sessions().isEmpty();
        }

        Row and(PlanWeek next) {
            return new Row(
                    week,
                    weeks + 1,
                    until.plusWeeks(1),
                    Stream.concat(holidays.stream(), Stream.ofNullable(next.off))
                            .distinct()
                            .toList());
        }

        boolean goesOnWith(PlanWeek next) {
            return isEmpty() && next.sessions().isEmpty();
        }

        /** « Aucune session du 30 novembre 2026 au 3 janvier 2027 (Vacances de Noël) ». */
        public String told() {
            return "Aucune session du " + French.date(week.monday) + " au " + French.date(until)
                    + (holidays.isEmpty() ? "" : " (" + String.join(", ", holidays) + ")");
        }
    }

    /** Weeks without anything are told together. */
    public static List<Row> folded(List<PlanWeek> weeks) {
        List<Row> rows = new ArrayList<>();
        for (PlanWeek week : weeks) {
            int last = rows.size() - 1;
            if (last >= 0 && rows.get(last).goesOnWith(week)) {
                rows.set(last, rows.get(last).and(week));
            } else {
                rows.add(Row.of(week));
            }
        }
        return rows;
    }

    public List<PlannedSession> sessions() {
        return days.stream().flatMap(day -> day.sessions().stream()).toList();
    }
}
