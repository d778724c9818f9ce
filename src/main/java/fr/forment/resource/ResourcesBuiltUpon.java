package fr.forment.resource;

import fr.forment.people.BuiltUpon;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of whom people said what he gives or may lead stays on the lists: an import that brought him is not undone. */
@Component
@RequiredArgsConstructor
class ResourcesBuiltUpon implements BuiltUpon {

    private final JdbcClient jdbc;

    @Override
    public Map<Long, String> reasons(Collection<Long> agentIds) {
        Map<Long, String> reasons = new HashMap<>();
        if (!agentIds.isEmpty()) {
            jdbc.sql("""
                    SELECT agent_id FROM trainer_week WHERE agent_id IN (:ids)
                    UNION SELECT agent_id FROM trainer_absence WHERE agent_id IN (:ids)
                    UNION SELECT agent_id FROM trainer_certification WHERE agent_id IN (:ids)""")
                    .param("ids", agentIds)
                    .query(Long.class)
                    .list()
                    .forEach(id -> reasons.put(id, "disponible ou habilitée pour former"));
        }
        return reasons;
    }
}
