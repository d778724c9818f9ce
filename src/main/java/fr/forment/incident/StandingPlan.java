package fr.forment.incident;

import fr.forment.plan.Plan;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Held;
import java.util.List;
import java.util.Map;

/**
 * A version as it stands in the world: where a session was changed by hand since, the session counts.
 *
 * @param lines as the version has them
 * @param sessions that may still be held, as they are now
 * @param published numbers of those that people were told of, with their session's id
 */
record StandingPlan(
        Plan plan,
        PlanBasis basis,
        List<PlannedSession> lines,
        List<PlannedSession> sessions,
        Map<Integer, Long> published) {

    /** Those whose module may still be planned. */
    List<Held> held() {
        return sessions.stream()
                .flatMap(session -> session.draft(basis.facts()).stream()
                        .map(draft -> new Held(session.line(), draft, false, published.containsKey(session.line()))))
                .toList();
    }
}
