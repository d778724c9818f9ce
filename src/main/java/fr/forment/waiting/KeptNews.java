package fr.forment.waiting;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Letters about sessions that are kept for somebody to let go: as long as they are, nobody is proposed a place in such
 * a session, and who would read in one of them that his own is changed or cancelled is proposed no other one first.
 */
@Repository
@RequiredArgsConstructor
class KeptNews {

    private final JdbcClient jdbc;

    private record Row(long sessionId, String moduleCode, Long agentId) {}

    /** What is kept of some modules in some circonscriptions. */
    record Kept(Set<Long> sessions, Set<String> readers) {

        boolean isAbout(long sessionId) {
            return sessions.contains(sessionId);
        }

        boolean isFor(long agentId, String moduleCode) {
            return readers.contains(agentId + " " + moduleCode);
        }
    }

    Kept of(Collection<String> circonscriptionUais, Collection<String> moduleCodes) {
        if (circonscriptionUais.isEmpty() || moduleCodes.isEmpty()) {
            return new Kept(Set.of(), Set.of());
        }
        List<Row> rows = jdbc.sql("""
                SELECT DISTINCT s.id AS session_id, s.module_code, m.agent_id FROM mail_bundle b
                  JOIN outbox_mail m ON m.bundle_id = b.id AND m.state = 'HELD'
                  JOIN training_session s ON m.about = CONCAT('/sessions/', s.id)
                 WHERE b.decided_at IS NULL AND s.circonscription_uai IN (:uais) AND s.module_code IN (:modules)""")
                .param("uais", circonscriptionUais)
                .param("modules", moduleCodes)
                .query(Row.class)
                .list();
        return new Kept(
                rows.stream().map(Row::sessionId).collect(Collectors.toSet()),
                rows.stream().map(row -> row.agentId() + " " + row.moduleCode()).collect(Collectors.toSet()));
    }
}
