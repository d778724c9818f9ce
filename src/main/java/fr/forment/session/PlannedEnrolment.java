package fr.forment.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.forment.plan.PlannedSession;
import fr.forment.staff.Agent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enrols the people a plan means for a session. First as many per school as the plan counted on; then, while there is room, those no later
 * session of the module is meant for. Who is left over waits here, and who cannot come to any session is listed with the reason.
 */
@Component
class PlannedEnrolment {

    /** What a person of the circonscription has something to settle about; to be trained already is no trouble. */
    private static final Set<Obstacle> TO_SETTLE = EnumSet.of(Obstacle.CHEVAUCHEMENT, Obstacle.HEURES);
    private static final String WHY = "Public désigné par le plan";

    private final EnrolmentRules rules;
    private final Seating seating;
    private final JdbcClient jdbc;

    PlannedEnrolment(EnrolmentRules rules, Seating seating, JdbcClient jdbc) {
        this.rules = rules;
        this.seating = seating;
        this.jdbc = jdbc;
    }

    /** @param later the sessions of the same module that the phase holds after this one */
    void enrol(TrainingSession session, PlannedSession planned, Collection<Agent> meant, Collection<PlannedSession> later) {
        Map<Long, Set<Obstacle>> obstacles = rules.obstacles(session, meant);
        List<Agent> free = meant.stream().filter(agent -> obstacles.get(agent.id()).isEmpty()).toList();
        List<Agent> overflow = new ArrayList<>();
        Map<String, Integer> seats = new HashMap<>(planned.seats());
        for (Agent agent : free) {
            boolean counted = planned.seats().isEmpty() || seats.merge(agent.schoolUai(), -1, Integer::sum) >= 0;
            if (!counted || seating.seat(session, agent, WHY).isEmpty()) {
                overflow.add(agent);
            }
        }
        overflow.stream().filter(agent -> !isMeantLater(agent, later))
                .forEach(agent -> seating.seat(session, agent, WHY).orElseGet(() -> seating.putInLine(session, agent, WHY)));
        meant.stream().filter(agent -> !isMeantLater(agent, later)).forEach(agent -> obstacles.get(agent.id()).stream()
                .filter(TO_SETTLE::contains).findFirst().ifPresent(obstacle -> leaveOut(session, agent, obstacle)));
    }

    private static boolean isMeantLater(Agent agent, Collection<PlannedSession> later) {
        return later.stream().anyMatch(planned -> planned.schoolUais().isEmpty() ? agent.schoolUai() == null
                : planned.schoolUais().contains(agent.schoolUai()));
    }

    private void leaveOut(TrainingSession session, Agent agent, Obstacle obstacle) {
        jdbc.sql("INSERT INTO session_left_out (session_id, agent_id, obstacle) VALUES (?, ?, ?)")
                .params(session.id(), agent.id(), obstacle.name()).update();
    }
}
