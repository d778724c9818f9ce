package fr.forment.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was built on people here: an access, a training, hours worked. */
@Component
@RequiredArgsConstructor
public class StaffBuiltUpon implements BuiltUpon {

    private final JdbcClient jdbc;

    @Override
    public Map<Long, String> reasons(Collection<Long> agentIds) {
        Map<Long, String> reasons = new HashMap<>();
        if (!agentIds.isEmpty()) {
            note(
                    reasons,
                    "des heures lui sont comptées",
                    "SELECT agent_id FROM hours_entry WHERE state IN ('DONE', 'OUTSIDE') AND agent_id IN (:ids)",
                    agentIds);
            note(
                    reasons,
                    "une formation suivie est à son nom",
                    "SELECT agent_id FROM training_record WHERE agent_id IN (:ids)",
                    agentIds);
            note(
                    reasons,
                    "un rôle lui a été donné",
                    "SELECT c.agent_id FROM role_grant g JOIN account c ON c.id = g.account_id WHERE c.agent_id IN (:ids)",
                    agentIds);
            note(
                    reasons,
                    "une délégation est à son nom",
                    "SELECT giver_id FROM delegation WHERE giver_id IN (:ids)"
                            + " UNION SELECT delegate_id FROM delegation WHERE delegate_id IN (:ids)",
                    agentIds);
            note(
                    reasons,
                    "son accès a servi ou attend",
                    "SELECT agent_id FROM account WHERE password_hash IS NOT NULL AND agent_id IN (:ids)",
                    agentIds);
        }
        return reasons;
    }

    private void note(Map<Long, String> reasons, String reason, String sql, Collection<Long> agentIds) {
        jdbc.sql(sql).param("ids", agentIds).query(Long.class).list().forEach(id -> reasons.put(id, reason));
    }
}
