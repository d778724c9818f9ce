package fr.forment.document;

import fr.forment.plan.PlannedSession;
import java.time.LocalDate;
import java.util.List;

/**
 * A week of a plan.
 *
 * @param off what it is without school for; null where there is school
 */
public record PlanWeek(LocalDate monday, String off, List<Day> days) {

    /** @param off no school: holiday or public holiday */
    public record Day(LocalDate day, boolean off, List<PlannedSession> sessions) {}

    public List<PlannedSession> sessions() {
        return days.stream().flatMap(day -> day.sessions().stream()).toList();
    }
}
