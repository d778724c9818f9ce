package fr.forment.session;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The half-hours people have given to sessions, as trainers or as trainees. The table refuses a second session in the same half-hour, even to
 * two hands writing at once; ask {@link #busy} first to say it kindly.
 */
@Component
class Occupations {

    private static final long GRAIN = Duration.ofMinutes(30).toSeconds();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Occupations(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Those of these people who are taken by another session at that time. */
    Set<Long> busy(Collection<Long> agentIds, LocalDateTime start, LocalDateTime end, Long exceptSession) {
        return agentIds.isEmpty() ? Set.of() : new HashSet<>(jdbc.sql("""
                SELECT DISTINCT agent_id FROM occupation
                WHERE agent_id IN (:agents) AND slot BETWEEN :first AND :last AND session_id <> :except""")
                .param("agents", agentIds).param("first", slot(start)).param("last", slot(end.minusMinutes(1)))
                .param("except", exceptSession == null ? -1 : exceptSession).query(Long.class).list());
    }

    void take(long agentId, TrainingSession session) {
        List<Object[]> rows = LongStream.rangeClosed(slot(session.startsAt()), slot(session.endsAt().minusMinutes(1)))
                .mapToObj(slot -> new Object[] {agentId, slot, session.id()}).toList();
        batches.batchUpdate("INSERT INTO occupation (agent_id, slot, session_id) VALUES (?, ?, ?)", rows);
    }

    void free(long agentId, long sessionId) {
        jdbc.sql("DELETE FROM occupation WHERE agent_id = ? AND session_id = ?").params(agentId, sessionId).update();
    }

    void freeAll(long sessionId) {
        jdbc.sql("DELETE FROM occupation WHERE session_id = ?").param(sessionId).update();
    }

    private static long slot(LocalDateTime time) {
        return Math.floorDiv(time.toEpochSecond(ZoneOffset.UTC), GRAIN);
    }
}
