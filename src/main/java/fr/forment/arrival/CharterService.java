package fr.forment.arrival;

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
 * The rules of use of the ENT that each person accepts: which version, and when. A new version is accepted anew;
 * nothing is ever rewritten.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class CharterService {

    /** What somebody accepted. */
    public record Acceptance(String charterVersion, Instant acceptedAt) {}

    private final JdbcClient jdbc;
    private final ArrivalSettings settings;
    private final Clock clock;

    /** The version that holds today: "2026-09". */
    public String version() {
        return settings.charterVersion();
    }

    /** Accepting twice is accepting once. */
    public void accept(long agentId) {
        if (accepted(agentId).isEmpty()) {
            jdbc.sql("INSERT INTO charter_acceptance (agent_id, charter_version, accepted_at) VALUES (?, ?, ?)")
                    .params(agentId, version(), OffsetDateTime.now(clock))
                    .update();
        }
    }

    /** Of the version that holds today. */
    public Optional<Acceptance> accepted(long agentId) {
        return jdbc.sql(
                        "SELECT charter_version, accepted_at FROM charter_acceptance WHERE agent_id = ? AND charter_version = ?")
                .params(agentId, version())
                .query(Acceptance.class)
                .optional();
    }

    Set<Long> acceptedBy(Collection<Long> agentIds) {
        return agentIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("SELECT DISTINCT agent_id FROM charter_acceptance WHERE agent_id IN (:agents)")
                        .param("agents", List.copyOf(agentIds))
                        .query(Long.class)
                        .list());
    }
}
