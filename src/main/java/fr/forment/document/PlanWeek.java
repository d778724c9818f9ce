package fr.forment.document;

import fr.forment.plan.PlannedSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A week of a plan.
 *
 * @param off what it is without school for; null where there is school
 */
public record PlanWeek(LocalDate monday, String off, List<Day> days) {

    /** @param off no school: holiday or public holiday */
    public record Day(LocalDate day, boolean off, List<PlannedSession> sessions) {}

    /**
     * What stands in one row of a calendar: a week with sessions, or as many without as follow one another.
     *
     * @param weeks how many
     * @param until last day of the last one
     */
    public record Row(PlanWeek week, int weeks, LocalDate until) {

        public boolean isEmpty() {
            return week.sessions().isEmpty();
        }

        Row andOneMore() {
            return new Row(week, weeks + 1, until.plusWeeks(1));
        }

        /** Without sessions both, in the same holidays or in none. */
        boolean goesOnWith(PlanWeek next) {
            return isEmpty() && next.sessions().isEmpty() && Objects.equals(week.off, next.off);
        }
    }

    /** Weeks without anything are told together. */
    public static List<Row> folded(List<PlanWeek> weeks) {
        List<Row> rows = new ArrayList<>();
        for (PlanWeek week : weeks) {
            int last = rows.size() - 1;
            if (last >= 0 && rows.get(last).goesOnWith(week)) {
                rows.set(last, rows.get(last).andOneMore());
            } else {
                rows.add(new Row(week, 1, week.monday.plusDays(6)));
            }
        }
        return rows;
    }

    public List<PlannedSession> sessions() {
        return days.stream().flatMap(day -> day.sessions().stream()).toList();
    }
}
