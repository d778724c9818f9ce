package fr.forment.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which roles are lent on which day. Rights are read from the days, never from a timer that fired: whatever is late,
 * nobody has them before the first day or after the last. They end with those of the person who lends them.
 */
@Component
@RequiredArgsConstructor
public class LentRoles {

    private static final String LENT = """
            FROM delegation d JOIN delegated_day t ON t.delegation_id = d.id
            JOIN account g ON g.agent_id = d.giver_id JOIN account_role r ON r.account_id = g.id AND r.role = d.role AND r.perimeter = d.perimeter
            JOIN agent a ON a.id = d.giver_id JOIN agent p ON p.id = d.delegate_id
            WHERE t.lent_on = :today AND d.ended_at IS NULL AND g.enabled = TRUE
            AND (a.left_on IS NULL OR a.left_on > :today) AND (p.left_on IS NULL OR p.left_on > :today)\s""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public List<LentRole> to(Long agentId, LocalDate today) {
        return agentId == null
                ? List.of()
                : jdbc.sql("SELECT d.id AS delegation_id, d.role, d.perimeter " + LENT
                                + "AND d.delegate_id = :agent ORDER BY d.id")
                        .param("today", today)
                        .param("agent", agentId)
                        .query(LentRole.class)
                        .list();
    }

    public boolean everTo(Long agentId) {
        return agentId != null
                && jdbc.sql("SELECT COUNT(*) FROM delegation WHERE delegate_id = ?")
                                .param(agentId)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /** Where one of these roles is lent to the person. */
    public List<String> perimeters(long agentId, Set<Role> roles, LocalDate today) {
        return to(agentId, today).stream()
                .filter(role -> roles.contains(role.role()))
                .map(LentRole::perimeter)
                .toList();
    }

    /** The persons this role is lent to. */
    public List<Long> holders(Role role, String perimeter, LocalDate today) {
        return jdbc.sql("SELECT d.delegate_id " + LENT + "AND d.role = :role AND d.perimeter = :perimeter")
                .param("today", today)
                .param("role", role.name())
                .param("perimeter", perimeter)
                .query(Long.class)
                .list();
    }

    /** False when one of these days is lent already, be it by somebody who does so at this very moment. */
    public boolean lend(Delegation delegation, LocalDate first, LocalDate last) {
        try {
            batches.batchUpdate(
                    "INSERT INTO delegated_day (role, perimeter, lent_on, delegation_id) VALUES (?, ?, ?, ?)",
                    Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
                            .map(day ->
                                    new Object[] {delegation.role().name(), delegation.perimeter(), day, delegation.id()
                                    })
                            .toList());
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** That day and the following ones are free again. */
    public void free(long delegationId, LocalDate from) {
        jdbc.sql("DELETE FROM delegated_day WHERE delegation_id = ? AND lent_on >= ?")
                .params(delegationId, from)
                .update();
    }
}
