package fr.forment.session.guard;

import fr.forment.people.BuiltUpon;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is enrolled, was marked or trains stays on the lists: an import that brought such people is not undone. */
@Component
@RequiredArgsConstructor
class SessionBuiltUpon implements BuiltUpon {

    private final JdbcClient jdbc;

    @Override
    public Map<Long, String> reasons(Collection<Long> agentIds) {
        Map<Long, String> reasons = new HashMap<>();
        if (!agentIds.isEmpty()) {
            note(
                    reasons,
                    "anime une session",
                    "SELECT trainer_id FROM training_session WHERE trainer_id IN (:ids) UNION SELECT trainer_id FROM half_day WHERE trainer_id IN (:ids)",
                    agentIds);
            note(
                    reasons,
                    "compte parmi les inscrits d'une session",
                    "SELECT DISTINCT agent_id FROM enrolment WHERE agent_id IN (:ids)",
                    agentIds);
        }
        return reasons;
    }

    private void note(Map<Long, String> reasons, String reason, String sql, Collection<Long> agentIds) {
        jdbc.sql(sql).param("ids", agentIds).query(Long.class).list().forEach(id -> reasons.put(id, reason));
    }
}
