package fr.forment.stafflist;

import fr.forment.people.Agents;
import fr.forment.people.FormerAgent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People as they were before a list was written on them: what an undoing needs. Set-based, whatever their number. */
@Repository
@RequiredArgsConstructor
class FormerPeople {

    private static final String COLUMNS =
            "last_name, first_name, email, function, function_since, school_uai, circonscription_uai,"
                    + " departement_code, quotity, constellation, arrived_on, left_on, missing_since";
    private static final String WRITTEN_ON = """
            (SELECT agent_id FROM staff_import_line WHERE import_id = :id AND outcome IN ('BACK', 'MOVED', 'CHANGED', 'GONE'))""";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    /**
     * Copies everybody about to be written on, and frees the addresses that change hands; returns the schools that may
     * be touched.
     */
    Set<String> keep(long id) {
        client.sql("INSERT INTO staff_import_former (import_id, agent_id, new_person, " + COLUMNS
                        + ") SELECT :id, id, FALSE, " + COLUMNS + " FROM agent WHERE id IN " + WRITTEN_ON)
                .param("id", id)
                .update();
        withoutAddress(client.sql("""
                SELECT l.agent_id FROM staff_import_line l JOIN agent b ON b.id = l.agent_id
                WHERE l.import_id = ? AND l.outcome IN ('BACK', 'MOVED', 'CHANGED') AND l.email IS NOT NULL AND l.email <> b.email AND l.address_refused = FALSE""").param(id).query(Long.class).list());
        return touched(id);
    }

    /** Schools whose people the list writes on. */
    Set<String> touched(long id) {
        return new HashSet<>(client.sql("""
                SELECT uai FROM staff_import_place WHERE import_id = :id AND uai <> COALESCE(circonscription_uai, '')
                UNION SELECT school_uai FROM staff_import_former WHERE import_id = :id AND school_uai IS NOT NULL""").param("id", id).query(String.class).list());
    }

    void brought(long id, List<Long> agentIds) {
        jdbc.batchUpdate(
                "INSERT INTO staff_import_former (import_id, agent_id, new_person) VALUES (?, ?, TRUE)",
                agentIds.stream().map(agent -> new Object[] {id, agent}).toList());
    }

    /** Remembers how everybody stands once the list is written. */
    void settle(long id) {
        client.sql("""
                UPDATE staff_import_former SET
                    version_after = (SELECT a.version FROM agent a WHERE a.id = staff_import_former.agent_id),
                    history_after = (SELECT MAX(h.id) FROM journal h WHERE h.kind = 'AGENT' AND h.subject = CAST(staff_import_former.agent_id AS VARCHAR(40)))
                WHERE import_id = :id""").param("id", id).update();
    }

    List<Long> brought(long id) {
        return client.sql(
                        "SELECT agent_id FROM staff_import_former WHERE import_id = ? AND new_person = TRUE ORDER BY agent_id")
                .param(id)
                .query(Long.class)
                .list();
    }

    /** The next ones that were there before. */
    List<FormerAgent> after(long id, long agentId, int max) {
        return client.sql("SELECT agent_id, " + COLUMNS
                        + " FROM staff_import_former WHERE import_id = ? AND new_person = FALSE AND agent_id > ?"
                        + " ORDER BY agent_id FETCH FIRST " + max + " ROWS ONLY")
                .params(id, agentId)
                .query(FormerAgent.class)
                .list();
    }

    /** Whom somebody changed, or decided something about, since. */
    List<Long> changedSince(long id, int max) {
        return client.sql("""
                SELECT f.agent_id FROM staff_import_former f LEFT JOIN agent a ON a.id = f.agent_id
                WHERE f.import_id = ? AND (a.id IS NULL OR a.version <> f.version_after
                   OR EXISTS (SELECT 1 FROM journal h WHERE h.kind = 'AGENT' AND h.subject = CAST(f.agent_id AS VARCHAR(40)) AND h.id > f.history_after))
                ORDER BY f.agent_id FETCH FIRST\s""" + max + " ROWS ONLY").param(id).query(Long.class).list();
    }

    /** Whose departure the list told, and whose first day away has come: access closed, places given back. */
    List<Long> departedSince(long id, LocalDate today, int max) {
        return client.sql(
                        "SELECT f.agent_id FROM staff_import_former f JOIN agent a ON a.id = f.agent_id WHERE f.import_id = ? AND f.new_person = FALSE"
                                + " AND a.left_on <= ? AND (f.left_on IS NULL OR f.left_on > a.left_on) ORDER BY f.agent_id FETCH FIRST "
                                + max + " ROWS ONLY")
                .params(id, today)
                .query(Long.class)
                .list();
    }

    /** Of these people, before the list. */
    Map<Long, String> addresses(long id, List<Long> agentIds) {
        return agentIds.isEmpty()
                ? Map.of()
                : byAgent(client.sql(
                                "SELECT agent_id, email FROM staff_import_former WHERE import_id = :id AND agent_id IN (:agents)")
                        .param("id", id)
                        .param("agents", agentIds));
    }

    /** Present addresses, null for none, of everybody whose address the undoing makes another one. */
    Map<Long, String> changingAddresses(long id) {
        return byAgent(client.sql("""
                SELECT f.agent_id, a.email FROM staff_import_former f JOIN agent a ON a.id = f.agent_id
                WHERE f.import_id = ? AND f.new_person = FALSE AND COALESCE(f.email, '') <> COALESCE(a.email, '')""").param(id));
    }

    /** Whose former address is somebody's by now whom the undoing leaves alone. */
    List<Long> addressTaken(long id, int max) {
        return client.sql("""
                SELECT f.agent_id FROM staff_import_former f JOIN agent o ON o.email = f.email AND o.id <> f.agent_id
                WHERE f.import_id = :id AND f.new_person = FALSE AND NOT EXISTS (
                    SELECT 1 FROM staff_import_former g WHERE g.import_id = :id AND g.agent_id = o.id
                    AND (g.new_person = TRUE OR COALESCE(g.email, '') <> o.email))
                ORDER BY f.agent_id FETCH FIRST\s""" + max + " ROWS ONLY")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    /** So that they can change hands. */
    void free(Collection<Long> agentIds) {
        withoutAddress(List.copyOf(agentIds));
    }

    private static Map<Long, String> byAgent(JdbcClient.StatementSpec query) {
        Map<Long, String> addresses = new HashMap<>();
        query.query(row -> {
            addresses.put(row.getLong("agent_id"), row.getString("email"));
        });
        return addresses;
    }

    private void withoutAddress(List<Long> agentIds) {
        jdbc.batchUpdate(
                "UPDATE agent SET email = NULL WHERE id = ?",
                agentIds.stream().map(agent -> new Object[] {agent}).toList());
        Agents.changed();
    }

    void forget(long id) {
        client.sql("DELETE FROM staff_import_former WHERE import_id = ?")
                .param(id)
                .update();
    }
}
