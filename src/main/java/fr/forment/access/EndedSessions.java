package fr.forment.access;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes sessions that are over out of the table, some hundred at a time, so that no statement is long. Nodes do not
 * wait for each other: what one holds, the other skips. Sessions follow the real hour, whatever the clock of the
 * demonstration says.
 */
@Component
@RequiredArgsConstructor
class EndedSessions {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock realTime = Clock.systemUTC();

    @Scheduled(fixedDelayString = "${forment.access.sweep:PT5M}", initialDelayString = "${forment.access.sweep:PT5M}")
    void sweep() {
        while (Boolean.TRUE.equals(transaction.execute(tx -> some() == CHUNK))) {
            Thread.onSpinWait();
        }
    }

    private int some() {
        List<String> over = jdbc.sql(
                        "SELECT primary_id FROM web_session WHERE expiry_time < ? ORDER BY expiry_time FETCH FIRST %d ROWS ONLY FOR UPDATE SKIP LOCKED"
                                .formatted(CHUNK))
                .param(realTime.millis())
                .query(String.class)
                .list();
        if (!over.isEmpty()) {
            jdbc.sql("DELETE FROM web_session WHERE primary_id IN (:over)")
                    .param("over", over)
                    .update();
        }
        return over.size();
    }
}
