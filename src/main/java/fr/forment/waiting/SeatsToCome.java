package fr.forment.waiting;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Places that people have in sessions to come. */
@Component
@RequiredArgsConstructor
class SeatsToCome {

    private final JdbcClient jdbc;

    boolean hasPlace(long agentId, String moduleCode) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM enrolment e JOIN training_session s ON s.id = e.session_id
                        WHERE e.active_agent_id = ? AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE') AND s.module_code = ?
                        AND s.state NOT IN ('ANNULEE', 'NON_REALISEE', 'CLOTUREE', 'ARCHIVEE')""").params(agentId, moduleCode).query(Long.class).single() > 0;
    }
}
