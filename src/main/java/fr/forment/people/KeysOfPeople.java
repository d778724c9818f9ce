package fr.forment.people;

import fr.forment.account.AccountRole;
import fr.forment.account.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up what accounts open, for many people in one statement. */
@Component
@RequiredArgsConstructor
class KeysOfPeople {

    private static final String KEYS = """
            SELECT c.agent_id, r.role, r.perimeter, CASE WHEN c.password_hash IS NULL THEN 0 ELSE 1 END AS opened
            FROM account c LEFT JOIN account_role r ON r.account_id = c.id WHERE c.agent_id IN (:ids)
            UNION ALL
            SELECT d.delegate_id, d.role, d.perimeter, 0 FROM delegation d
            WHERE d.delegate_id IN (:ids) AND d.ended_at IS NULL AND d.last_day >= :today""";

    private final JdbcClient jdbc;
    private final Agents agents;

    /** By agent; {@link Keys#NONE} for those who have no account. */
    Map<Long, Keys> of(Collection<Long> agentIds) {
        Map<Long, Set<AccountRole>> roles = new HashMap<>();
        Set<Long> opened = new HashSet<>();
        if (!agentIds.isEmpty()) {
            jdbc.sql(KEYS).param("ids", agentIds).param("today", agents.today()).query(row -> {
                Set<AccountRole> held = roles.computeIfAbsent(row.getLong("agent_id"), id -> new HashSet<>());
                if (row.getString("role") != null) {
                    held.add(new AccountRole(Role.valueOf(row.getString("role")), row.getString("perimeter")));
                }
                if (row.getInt("opened") == 1) {
                    opened.add(row.getLong("agent_id"));
                }
            });
        }
        Map<Long, Keys> keys = new HashMap<>();
        agentIds.forEach(id -> keys.put(
                id, roles.containsKey(id) ? new Keys(Set.copyOf(roles.get(id)), opened.contains(id)) : Keys.NONE));
        return keys;
    }

    /** The same, and nobody gives or takes a role of these accounts before the caller's transaction is over. */
    Map<Long, Keys> held(Collection<Long> agentIds) {
        if (!agentIds.isEmpty()) {
            jdbc.sql("SELECT id FROM account WHERE agent_id IN (:ids) ORDER BY id FOR UPDATE")
                    .param("ids", agentIds)
                    .query(Long.class)
                    .list();
        }
        return of(agentIds);
    }
}
