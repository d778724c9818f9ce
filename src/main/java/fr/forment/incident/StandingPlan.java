package fr.forment.incident;

import fr.forment.plan.Plan;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Held;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A version as it stands in the world: where a session was changed by hand since, the session counts.
 *
 * @param lines as the version has them
 * @param sessions that may still be held, as they are now
 * @param published numbers of those that people were told of, with their session's id
 * @param undated numbers of those that are not opened yet, or wait for a date: nobody was told of any
 * @param daysToDecide school days an approval takes
 */
record StandingPlan(
        Plan plan,
        PlanBasis basis,
        List<PlannedSession> lines,
        List<PlannedSession> sessions,
        Map<Integer, Long> published,
        Set<Integer> undated,
        int daysToDecide) {

    /** Those whose module may still be planned. */
    List<Held> held() {
        return sessions.stream()
                .flatMap(session -> session.draft(basis.facts()).stream()
                        .map(draft -> new Held(session.line(), draft, false, published.containsKey(session.line()))))
                .toList();
    }
}
