package fr.forment.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes away the text of mails with a one-use link, once they have ended and the link opens nothing any more. Who wrote
 * what to whom stays.
 */
@Component
@RequiredArgsConstructor
public class SecretWiper {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @Scheduled(fixedDelayString = "${forment.mail.wipe:PT1H}", initialDelayString = "${forment.mail.wipe-first:PT2M}")
    public void wipe() {
        for (Integer some = CHUNK; some == CHUNK; ) {
            some = transaction.execute(tx -> wipeSome());
        }
    }

    private int wipeSome() {
        Timestamp now = Timestamp.from(clock.instant());
        List<Long> some =
                jdbc.sql("""
                SELECT id FROM outbox_mail WHERE secret_until < ? AND state NOT IN ('QUEUED', 'CLAIMED', 'HANDED', 'HELD')
                ORDER BY secret_until FETCH FIRST %d ROWS ONLY FOR UPDATE SKIP LOCKED""".formatted(CHUNK)).param(now).query(Long.class).list();
        if (!some.isEmpty()) {
            jdbc.sql(
                            "UPDATE outbox_mail SET body_text = '', body_html = '', model = NULL, secret_until = NULL, wiped_at = :now WHERE id IN (:some)")
                    .param("now", now)
                    .param("some", some)
                    .update();
        }
        return some.size();
    }
}
