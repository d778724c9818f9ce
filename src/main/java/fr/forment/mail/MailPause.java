package fr.forment.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nothing leaves until the operator says so. Kept in the database, so that every node obeys at its next mail, and so
 * that the recipe for a restored backup can set it before any node starts.
 */
@Component
public class MailPause {

    /** A condition for statements that let a mail go. Without the row nothing leaves either. */
    static final String NONE = "EXISTS (SELECT 1 FROM mail_pause WHERE paused = FALSE)";

    private static final Logger log = LoggerFactory.getLogger(MailPause.class);
    private static final String STALE =
            "Au démarrage, des courriels attendaient depuis plus d'un jour : sauvegarde restaurée, ou application ou serveur de "
                    + "courriel longtemps arrêtés.";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean clockIsReal;
    private final AtomicBoolean lookedAtStart = new AtomicBoolean();

    /** @param moved where the clock of this house was moved to: mails do not age by a clock that jumps */
    MailPause(JdbcClient jdbc, Clock clock, @Value("${forment.demo.start:}") String moved) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.clockIsReal = moved.isBlank();
    }

    /** @param reason in French; null while nothing is paused */
    public record Standing(boolean paused, Instant since, String byWhom, String reason) {}

    public Standing standing() {
        return jdbc.sql("SELECT * FROM mail_pause WHERE id = 1")
                .query(MailPause::read)
                .optional()
                .orElse(new Standing(true, null, null, null));
    }

    boolean isOn() {
        return standing().paused();
    }

    @Transactional
    public boolean pause(String byWhom, String reason) {
        return jdbc.sql(
                                "UPDATE mail_pause SET paused = TRUE, since = ?, by_whom = ?, reason = ? WHERE id = 1 AND paused = FALSE")
                        .params(Timestamp.from(clock.instant()), byWhom, reason)
                        .update()
                == 1;
    }

    /** In the transaction that has decided what becomes of the mails that wait. */
    boolean end() {
        return jdbc.sql(
                                "UPDATE mail_pause SET paused = FALSE, since = NULL, by_whom = NULL, reason = NULL WHERE id = 1 AND paused = TRUE")
                        .update()
                == 1;
    }

    /**
     * Once per start: what still waits a day after its hour may have left before a backup was restored. Told by the
     * database's clock, and only where ours is not moved by hand.
     */
    @Transactional
    public void lookAtStart() {
        if (lookedAtStart.get() || !clockIsReal) {
            return;
        }
        int paused = jdbc.sql("""
                UPDATE mail_pause SET paused = TRUE, since = CURRENT_TIMESTAMP, by_whom = NULL, reason = ? WHERE id = 1 AND paused = FALSE
                   AND EXISTS (SELECT 1 FROM outbox_mail WHERE state IN ('QUEUED', 'CLAIMED') AND not_before < CURRENT_TIMESTAMP - INTERVAL '1' DAY)""").param(STALE).update();
        lookedAtStart.set(true);
        if (paused == 1) {
            log.warn("Sending is paused: mails have waited for more than a day. Decide on /courriels");
        }
    }

    private static Standing read(ResultSet row, int number) throws SQLException {
        Timestamp since = row.getTimestamp("since");
        return new Standing(
                row.getBoolean("paused"),
                since == null ? null : since.toInstant(),
                row.getString("by_whom"),
                row.getString("reason"));
    }
}
