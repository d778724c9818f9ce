package fr.forment.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the engine's background work stands, over all nodes: counted in its tables, so that work held by a node that died
 * shows too.
 */
@Component
@RequiredArgsConstructor
public class JobFigures {

    /**
     * @param due jobs whose hour has come and that are not done: waiting, or held by a node
     * @param oldest since when the oldest of them is due; null: none
     * @param failed jobs given up after all tries
     */
    public record Figures(long due, Instant oldest, long failed, Instant at) {

        public Duration age() {
            return oldest == null || oldest.isAfter(at) ? Duration.ZERO : Duration.between(oldest, at);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Reads what is due by its index, not the timers to come. */
    public Figures now() {
        Instant at = clock.instant();
        long failed = jdbc.sql("SELECT COUNT(*) FROM ACT_RU_INCIDENT WHERE INCIDENT_TYPE_ = 'failedJob'")
                .query(Long.class)
                .single();
        return jdbc.sql("""
                SELECT COUNT(*), MIN(since) FROM (
                    SELECT DUEDATE_ AS since FROM ACT_RU_JOB WHERE DUEDATE_ <= :now AND RETRIES_ > 0 AND SUSPENSION_STATE_ = 1
                    UNION ALL
                    SELECT CREATE_TIME_ AS since FROM ACT_RU_JOB WHERE DUEDATE_ IS NULL AND RETRIES_ > 0 AND SUSPENSION_STATE_ = 1) waiting""")
                .param("now", Timestamp.from(at))
                .query((row, i) -> {
                    Timestamp oldest = row.getTimestamp(2);
                    return new Figures(row.getLong(1), oldest == null ? null : oldest.toInstant(), failed, at);
                })
                .single();
    }
}
