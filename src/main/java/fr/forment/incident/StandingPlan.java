package fr.forment.incident;

import fr.forment.plan.Plan;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A version as it stands in the world: where a session was changed by hand since, the session counts.
 *
 * @param lines all of the version, where people expect their sessions by now
 * @param sessions that may still be held, as they are now
 * @param published numbers of those that people were told of, with their session's id
 * @param undated numbers of those that are not opened yet, or wait for a date: nobody was told of any
 * @param daysToDecide school days an approval takes
 * @param byHand by number, the half-days of sessions that no single line can say: on several dates, or given by several
 *     people. They are judged one by one, and changed in the session itself: no version says them
 */
record StandingPlan(
        Plan plan,
        PlanBasis basis,
        List<PlannedSession> lines,
        List<PlannedSession> sessions,
        Map<Integer, Long> published,
        Set<Integer> undated,
        int daysToDecide,
        Map<Integer, List<PlannedSession>> byHand) {

    /** Those whose module may still be planned, and that a line says whole. */
    List<Held> held() {
        return sessions.stream()
                .filter(session -> !byHand.containsKey(session.line()))
                .flatMap(session -> session.draft(basis.facts()).stream()
                        .map(draft -> new Held(session.line(), draft, false, published.containsKey(session.line()))))
                .toList();
    }

    /** All that takes place: the sessions, of those on several dates each half-day. */
    List<PlannedSession> parts() {
        return sessions.stream().flatMap(session -> parts(session).stream()).toList();
    }

    List<PlannedSession> parts(PlannedSession session) {
        return byHand.getOrDefault(session.line(), List.of(session));
    }

    /** The line where and when a draft holds it. */
    static PlannedSession moved(PlannedSession line, Draft draft) {
        return new PlannedSession(
                line.id(),
                line.planId(),
                line.line(),
                line.phase(),
                line.vagueRank(),
                line.moduleCode(),
                draft.day(),
                draft.start(),
                line.minutes(),
                draft.place(),
                line.format(),
                draft.capacity(),
                line.trainerKind(),
                draft.trainerId(),
                line.profiles(),
                draft.seats(),
                draft.expected());
    }

    /** The line for fewer people. */
    static PlannedSession seated(PlannedSession line, Map<String, Integer> seats) {
        return new PlannedSession(
                line.id(),
                line.planId(),
                line.line(),
                line.phase(),
                line.vagueRank(),
                line.moduleCode(),
                line.day(),
                line.start(),
                line.minutes(),
                line.place(),
                line.format(),
                line.capacity(),
                line.trainerKind(),
                line.trainerAgentId(),
                line.profiles(),
                seats,
                seats.values().stream().mapToInt(Integer::intValue).sum());
    }
}
