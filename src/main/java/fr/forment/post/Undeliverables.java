package fr.forment.post;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters that had no address to go to. A missing address is a list to mend, never a reason to stop a process. */
@Component
@RequiredArgsConstructor
public class Undeliverables {

    private static final Logger LOG = LoggerFactory.getLogger(Undeliverables.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    void add(long agentId, Letter letter) {
        int added = jdbc.sql("""
                INSERT INTO undeliverable (agent_id, letter_key, template, at)
                SELECT CAST(:agent AS BIGINT), CAST(:key AS VARCHAR(200)), CAST(:template AS VARCHAR(120)), CAST(:at AS TIMESTAMP WITH TIME ZONE)
                WHERE NOT EXISTS (SELECT 1 FROM undeliverable WHERE agent_id = :agent AND letter_key = :key)""")
                .param("agent", agentId)
                .param("key", letter.key())
                .param("template", letter.template())
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (added > 0) {
            LOG.info("letter {} not sent: person {} has no address", letter.key(), agentId);
        }
    }

    /** How many letters each of these people missed; nobody who has an address by now. */
    public Map<Long, Integer> missedBy(Collection<Long> agentIds) {
        record Missed(long agentId, int letters) {}
        List<Missed> missed = agentIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT u.agent_id, COUNT(*) AS letters FROM undeliverable u JOIN agent a ON a.id = u.agent_id
                WHERE a.email IS NULL AND u.agent_id IN (:agents) GROUP BY u.agent_id""").param("agents", agentIds).query(Missed.class).list();
        return missed.stream().collect(Collectors.toMap(Missed::agentId, Missed::letters));
    }
}
