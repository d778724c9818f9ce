package fr.forment.plan;

import fr.forment.people.BuiltUpon;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a plan counts on stays on the lists: an import that brought such people is not undone. */
@Component
@RequiredArgsConstructor
class PlanBuiltUpon implements BuiltUpon {

    private final JdbcClient jdbc;

    @Override
    public Map<Long, String> reasons(Collection<Long> agentIds) {
        Map<Long, String> reasons = new HashMap<>();
        if (!agentIds.isEmpty()) {
            jdbc.sql(
                            "SELECT trainer_agent_id FROM planned_session WHERE trainer_agent_id IN (:ids) UNION SELECT agent_id FROM plan_load"
                                    + " WHERE agent_id IN (:ids)")
                    .param("ids", agentIds)
                    .query(Long.class)
                    .list()
                    .forEach(id -> reasons.put(id, "un plan compte sur cette personne"));
        }
        return reasons;
    }
}
