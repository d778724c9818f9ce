package fr.forment.mail;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The right to send what one has taken, as long as one shows signs of life. Told by the database's clock: machines need
 * not agree on the hour. Whoever was silent too long has lost it for good, and stops by itself.
 */
class Lease implements AutoCloseable {

    /** A condition for statements on mails: whoever took it is alive. */
    static final String ALIVE =
            "EXISTS (SELECT 1 FROM mail_lease l WHERE l.owner = outbox_mail.owner AND l.alive_until > CURRENT_TIMESTAMP)";

    private static final Logger log = LoggerFactory.getLogger(Lease.class);
    private static final String END = "CURRENT_TIMESTAMP + INTERVAL '30' SECOND";
    /** Shorter than what the database grants: who doubts does not send. */
    private static final long SURE = Duration.ofSeconds(25).toNanos();

    private static final int BEAT_SECONDS = 8;

    private final JdbcClient jdbc;
    private final String owner = UUID.randomUUID().toString();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "mail-lease");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long sureUntil;
    private volatile boolean lost;

    Lease(JdbcClient jdbc) {
        this.jdbc = jdbc;
        sureUntil = System.nanoTime() + SURE;
        jdbc.sql("INSERT INTO mail_lease (owner, alive_until) VALUES (?, " + END + ")")
                .param(owner)
                .update();
        heart.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    String owner() {
        return owner;
    }

    boolean holds() {
        return !lost && System.nanoTime() - sureUntil < 0;
    }

    void beat() {
        try {
            long asked = System.nanoTime();
            if (jdbc.sql("UPDATE mail_lease SET alive_until = " + END
                                    + " WHERE owner = ? AND alive_until > CURRENT_TIMESTAMP")
                            .param(owner)
                            .update()
                    == 1) {
                sureUntil = asked + SURE;
            } else {
                lost = true;
            }
        } catch (DataAccessException unheard) {
            log.warn("The database does not hear that mails are being sent: {}", unheard.getMessage());
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
        lost = true;
        jdbc.sql("DELETE FROM mail_lease WHERE owner = ?").param(owner).update();
    }
}
