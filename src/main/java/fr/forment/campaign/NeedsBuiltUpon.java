package fr.forment.campaign;

import fr.forment.people.BuiltUpon;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answered for a school stays on the lists: an import that brought such a director is not undone. */
@Component
@RequiredArgsConstructor
class NeedsBuiltUpon implements BuiltUpon {

    private final JdbcClient jdbc;

    @Override
    public Map<Long, String> reasons(Collection<Long> agentIds) {
        Map<Long, String> reasons = new HashMap<>();
        if (!agentIds.isEmpty()) {
            jdbc.sql("""
                    SELECT DISTINCT c.agent_id FROM survey_answer a JOIN account c ON c.login = a.answered_by WHERE c.agent_id IN (:ids)""")
                    .param("ids", agentIds)
                    .query(Long.class)
                    .list()
                    .forEach(id -> reasons.put(id, "a répondu à l'enquête de son école"));
        }
        return reasons;
    }
}
