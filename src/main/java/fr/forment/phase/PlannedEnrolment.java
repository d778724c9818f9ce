package fr.forment.phase;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import fr.forment.phase.DesignatedPublic.Meant;
import fr.forment.plan.Load;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.session.EnrolmentRules;
import fr.forment.session.Obstacle;
import fr.forment.session.Seating;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.WaitingList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enrols what the plan seats in a session: so many people per school, no more, for the hours of the others are counted
 * upon by other sessions. Who would have filled a place that stays free is listed with the reason; so is whoever the
 * plan seats in no session of the module.
 */
@Component
@RequiredArgsConstructor
class PlannedEnrolment {

    private static final String WHY = "Public désigné par le plan";

    private final EnrolmentRules rules;
    private final EnrolmentTurn turn;
    private final Seating seating;
    private final WaitingList line;
    private final Plans plans;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;

    /**
     * @param meant by school; "" for the circonscription's own people
     * @param later the sessions of the same module that the phase holds after this one
     */
    void enrol(
            TrainingSession session,
            PlannedSession planned,
            Map<String, List<Meant>> meant,
            Collection<PlannedSession> later) {
        enrolMore(session, planned, meant, later, Map.of());
    }

    /** Into a session that has people already. @param taken places that are taken, by school */
    void enrolMore(
            TrainingSession session,
            PlannedSession planned,
            Map<String, List<Meant>> meant,
            Collection<PlannedSession> later,
            Map<String, Integer> taken) {
        jdbc.sql("DELETE FROM session_left_out WHERE session_id = ?")
                .param(session.id())
                .update();
        List<Agent> everybody =
                meant.values().stream().flatMap(List::stream).map(Meant::agent).toList();
        Map<Long, Set<Obstacle>> obstacles = rules.obstacles(session, everybody);
        // a plan orders the levels itself, and the session of the one before may be opened after this one; asked again
        // before people are summoned
        if (session.state() != SessionState.CONVOQUEE) {
            obstacles.values().forEach(each -> each.remove(Obstacle.NIVEAU));
        }
        spareNobodyWhoIsDue(planned, meant, obstacles);
        Set<Long> seatedBefore = seatedByThePlan(session, obstacles.keySet());
        Map<String, Map<Profile, Integer>> needed = plans.needed(planned.planId(), planned.moduleCode());
        meant.forEach((school, people) -> {
            List<Meant> left = people.stream()
                    .filter(one -> !seatedBefore.contains(one.agent().id()))
                    .toList();
            List<Meant> before = people.stream()
                    .filter(one -> seatedBefore.contains(one.agent().id()))
                    .toList();
            int places = Math.max(
                    0,
                    (school.isEmpty() ? planned.expected() : planned.seats().get(school))
                            - taken.getOrDefault(school, 0));
            List<Agent> inTurn = turn.of(
                    session,
                    left,
                    before,
                    needed.getOrDefault(school.isEmpty() ? session.circonscriptionUai() : school, Map.of()),
                    obstacles);
            fill(session, inTurn, places, obstacles, later.stream().noneMatch(other -> isMeant(school, other)));
        });
    }

    /**
     * Where somebody chose that what comes before the opening goes beyond hours, a constellation, which takes all hours
     * of a year, excuses nobody from it, for the plan seats them and the gate asks for them. Nor are those excused whom
     * the approved plan names as exceeding their hours: who approved it knew.
     */
    private void spareNobodyWhoIsDue(
            PlannedSession planned, Map<String, List<Meant>> meant, Map<Long, Set<Obstacle>> obstacles) {
        Set<Profile> due = catalogue
                .find(planned.moduleCode())
                .map(TrainingModule::profilesBeforeOpening)
                .orElse(Set.of());
        Set<Long> accepted = plans.loads(planned.planId()).stream()
                .filter(Load::isOver)
                .map(Load::agentId)
                .collect(Collectors.toSet());
        boolean beyond = plans.find(planned.planId()).orElseThrow().goesBeyondHours();
        meant.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.as().stream().anyMatch(due::contains))
                .filter(one -> beyond && one.agent().constellation()
                        || accepted.contains(one.agent().id()))
                .forEach(one -> obstacles.get(one.agent().id()).remove(Obstacle.HEURES));
    }

    private void fill(
            TrainingSession session, List<Agent> inTurn, int places, Map<Long, Set<Obstacle>> obstacles, boolean last) {
        List<Agent> free = inTurn.stream()
                .filter(agent -> obstacles.get(agent.id()).isEmpty())
                .toList();
        List<Agent> refused = new ArrayList<>(inTurn);
        refused.removeAll(free);
        int seated = Math.min(places, free.size());
        free.subList(0, seated).forEach(agent -> seating.seat(session, agent, WHY)
                .orElseGet(() -> line.join(session, agent, Set.of(), WHY)));
        refused.stream()
                .limit(places - seated)
                .forEach(agent -> leaveOut(
                        session, agent, obstacles.get(agent.id()).iterator().next()));
        if (last) {
            free.subList(seated, free.size()).forEach(agent -> leaveOut(session, agent, Obstacle.HORS_PLAN));
        }
    }

    private static boolean isMeant(String school, PlannedSession other) {
        return school.isEmpty() ? other.seats().isEmpty() : other.seats().containsKey(school);
    }

    /**
     * A school may be shared between sessions: those who have their place, here or in another one, are no longer asked.
     */
    private Set<Long> seatedByThePlan(TrainingSession session, Collection<Long> agentIds) {
        return agentIds.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("""
                SELECT e.active_agent_id FROM enrolment e JOIN training_session s ON s.id = e.session_id
                WHERE s.phase_id = :phase AND s.module_code = :module AND e.active_agent_id IN (:agents)
                AND s.state <> 'NON_REALISEE'""")
                        .param("phase", session.phaseId())
                        .param("module", session.moduleCode())
                        .param("agents", agentIds)
                        .query(Long.class)
                        .list());
    }

    private void leaveOut(TrainingSession session, Agent agent, Obstacle obstacle) {
        jdbc.sql("INSERT INTO session_left_out (session_id, agent_id, obstacle) VALUES (?, ?, ?)")
                .params(session.id(), agent.id(), obstacle.name())
                .update();
    }
}
