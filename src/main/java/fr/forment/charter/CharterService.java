package fr.forment.charter;

import fr.forment.people.Agents;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules of use of the ENT that each person of the staff accepts: which version, and when. A new version is accepted
 * anew; nothing is ever rewritten. Whether the own image may be shown is said apart.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class CharterService {

    /** What somebody accepted. */
    public record Acceptance(String charterVersion, Instant acceptedAt) {}

    private final JdbcClient jdbc;
    private final Charters charters;
    private final Agents agents;
    private final Clock clock;

    /** Accepting twice is accepting once, also in two windows at the same moment. */
    public void accept(long agentId) {
        accept(agentId, charters.currentOf(agentId).id());
    }

    /** @return false when another version holds by now: that one was not read */
    public boolean accept(long agentId, long versionId) {
        if (charters.currentOf(agentId).id() != versionId) {
            return false;
        }
        agents.hold(agentId); // the other window waits, then finds it accepted
        jdbc.sql("""
                INSERT INTO charter_acceptance (agent_id, version_id, accepted_at)
                SELECT a.id, CAST(:version AS BIGINT), CAST(:now AS TIMESTAMP WITH TIME ZONE) FROM agent a WHERE a.id = :agent
                AND NOT EXISTS (SELECT 1 FROM charter_acceptance c WHERE c.agent_id = a.id AND c.version_id = :version)""")
                .param("version", versionId)
                .param("agent", agentId)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return true;
    }

    /** Of the version that holds today. */
    public Optional<Acceptance> accepted(long agentId) {
        return jdbc.sql("""
                SELECT v.label AS charter_version, c.accepted_at FROM charter_acceptance c
                JOIN charter_version v ON v.id = c.version_id WHERE c.agent_id = ? AND c.version_id = ?""")
                .params(agentId, charters.currentOf(agentId).id())
                .query(Acceptance.class)
                .optional();
    }

    /** The circonscription has published a version of its own that this person has not accepted yet. */
    @Transactional(readOnly = true)
    public boolean isAwaitedFrom(long agentId) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM agent a JOIN charter_version v ON v.id =
                (SELECT MAX(o.id) FROM charter_version o WHERE o.circonscription_uai = a.circonscription_uai)
                WHERE a.id = ? AND NOT EXISTS
                (SELECT 1 FROM charter_acceptance c WHERE c.agent_id = a.id AND c.version_id = v.id)""").param(agentId).query(Integer.class).single() > 0;
    }

    public Set<Long> acceptedBy(Collection<Long> agentIds) {
        return agentIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("SELECT DISTINCT agent_id FROM charter_acceptance WHERE agent_id IN (:agents)")
                        .param("agents", List.copyOf(agentIds))
                        .query(Long.class)
                        .list());
    }

    /** Free, and free to change: each answer is kept, the last one counts. */
    public void consent(long agentId, boolean given) {
        if (!consents(agentId).equals(Optional.of(given))) {
            jdbc.sql("INSERT INTO image_consent (agent_id, given, said_at) VALUES (?, ?, ?)")
                    .params(agentId, given, OffsetDateTime.now(clock))
                    .update();
        }
    }

    /** Empty while nothing was said. */
    public Optional<Boolean> consents(long agentId) {
        return jdbc.sql("SELECT given FROM image_consent WHERE agent_id = ? ORDER BY id DESC FETCH FIRST 1 ROW ONLY")
                .param(agentId)
                .query(Boolean.class)
                .optional();
    }
}
