package fr.forment.session.guard;

import fr.forment.session.Obstacle;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People the plan meant for a session who could not be enrolled, or for whom it has no place, until they are enrolled
 * in a session of the module or trained. Who has followed the module already, or comes to another session, is nothing
 * to settle.
 */
@Component
@RequiredArgsConstructor
public class LeftOut {

    /** A person and what stood in the way. */
    public record Person(long agentId, Obstacle obstacle) {}

    /** The same of a module. */
    public record OfModule(long agentId, String moduleCode, Obstacle obstacle) {}

    private final JdbcClient jdbc;

    public List<Person> of(long sessionId) {
        return jdbc.sql("""
                SELECT l.agent_id, l.obstacle FROM session_left_out l JOIN training_session s ON s.id = l.session_id
                WHERE l.session_id = ? AND l.obstacle IN ('CHEVAUCHEMENT', 'TRAJET', 'NIVEAU', 'HEURES', 'ABSENCE', 'HORS_PLAN') AND NOT EXISTS (
                    SELECT 1 FROM enrolment e JOIN training_session o ON o.id = e.session_id
                    WHERE e.active_agent_id = l.agent_id AND o.module_code = s.module_code AND e.state NOT IN ('ABSENT', 'ABSENT_EXCUSE'))
                ORDER BY l.agent_id""").param(sessionId).query(Person.class).list();
    }

    /** Of these people, in any session. */
    public List<OfModule> ofPeople(Collection<Long> agentIds) {
        return agentIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT DISTINCT l.agent_id, s.module_code, l.obstacle FROM session_left_out l JOIN training_session s ON s.id = l.session_id
                WHERE l.agent_id IN (:ids) AND l.obstacle IN ('CHEVAUCHEMENT', 'TRAJET', 'NIVEAU', 'HEURES', 'ABSENCE', 'HORS_PLAN')
                AND NOT EXISTS (
                    SELECT 1 FROM enrolment e JOIN training_session o ON o.id = e.session_id
                    WHERE e.active_agent_id = l.agent_id AND o.module_code = s.module_code AND e.state NOT IN ('ABSENT', 'ABSENT_EXCUSE'))
                ORDER BY l.agent_id, s.module_code, l.obstacle""").param("ids", agentIds).query(OfModule.class).list();
    }
}
