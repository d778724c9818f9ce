package fr.forment.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts tries, see {@link Limit}. Each is one statement that the database makes one after the other, whichever node
 * sends it, and that stays whatever becomes of the caller's transaction. What is not over a limit costs no write,
 * unless it takes a try.
 */
@Component
public class Limiter {

    /**
     * Rows that may stand in the database: about 4 MB with their index. Beyond, those who are new share some thousand
     * rows.
     */
    static final int MOST = 30_000;

    private static final int LOOK_AGAIN = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final Clock clock;
    private final Environment settings;
    private final AtomicInteger added = new AtomicInteger();
    private volatile boolean crowded;

    Limiter(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, Environment settings) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.clock = clock;
        this.settings = settings;
    }

    /** How long this must wait, zero when it may go on. Counts nothing. */
    public Duration waitOf(Limit limit, String who) {
        long now = clock.millis();
        return alone.execute(
                outside -> jdbc.sql("SELECT free_at - ? FROM attempt WHERE id = ? AND free_at > ? AND expires_at > ?")
                        .params(now, id(limit, who), now, now)
                        .query(Long.class)
                        .optional()
                        .map(Duration::ofMillis)
                        .orElse(Duration.ZERO));
    }

    /**
     * Takes one try, before it is known how it ends: of many at once, no more get one than are free. Zero when it may
     * go on, or the wait.
     */
    public Duration take(Limit limit, String who) {
        Duration wait = waitOf(limit, who);
        while (wait.isZero() && !count(limit, who, " AND (free_at <= :now OR expires_at <= :now)")) {
            wait = waitOf(limit, who); // somebody else was quicker
        }
        return wait;
    }

    /** Counts one try that went wrong, whether it was let through or not. */
    public void count(Limit limit, String who) {
        while (!count(limit, who, "")) {
            Thread.onSpinWait(); // another node has just made the row, or pruned it
        }
    }

    /** Nothing of this was wrong after all. Answers how many tries had been counted. */
    public int forget(Limit limit, String who) {
        UUID id = id(limit, who);
        return alone.execute(outside -> {
            int tries = jdbc.sql("SELECT tries FROM attempt WHERE id = ?")
                    .param(id)
                    .query(Integer.class)
                    .optional()
                    .orElse(0);
            jdbc.sql("DELETE FROM attempt WHERE id = ?").param(id).update();
            return tries;
        });
    }

    /** So many of those counted were not wrong. A wait that has begun goes on. */
    public void giveBack(Limit limit, String who, int tries) {
        if (tries > 0) {
            alone.execute(outside -> jdbc.sql(
                            "UPDATE attempt SET tries = CASE WHEN tries > :some THEN tries - :some ELSE 0 END WHERE id = :id")
                    .param("some", tries)
                    .param("id", id(limit, who))
                    .update());
        }
    }

    @Scheduled(fixedDelayString = "${forment.limits.prune:PT1M}")
    void prune() {
        added.set(0);
        alone.execute(outside -> {
            jdbc.sql("DELETE FROM attempt WHERE expires_at <= ?")
                    .param(clock.millis())
                    .update();
            crowded = jdbc.sql("SELECT COUNT(*) FROM attempt")
                            .query(Integer.class)
                            .single()
                    >= MOST;
            return null;
        });
    }

    private boolean count(Limit limit, String who, String onlyIf) {
        long now = clock.millis();
        int free = settings.getProperty(limit.setting(), Integer.class, limit.free);
        String over = "expires_at > :now AND tries + 1 >= %d".formatted(free);
        String wait = "CAST(LEAST(%d, %d * POWER(2, LEAST(10, (tries + 1 - %d) / %d))) AS BIGINT)"
                .formatted(Limit.LONGEST_WAIT, Limit.FIRST_WAIT, free, limit.step);
        UUID id = id(limit, who);
        return alone.execute(
                outside -> jdbc.sql("UPDATE attempt SET tries = CASE WHEN expires_at > :now THEN tries + 1 ELSE 1 END, "
                                                + "free_at = CASE WHEN " + over + " AND MOD(tries + 1 - " + free + ", "
                                                + limit.step + ") = 0 THEN CAST(:now AS BIGINT) + " + wait
                                                + " ELSE free_at END, "
                                                + "expires_at = CASE WHEN " + over
                                                + " THEN :long WHEN expires_at > :now THEN expires_at ELSE :short END WHERE id = :id"
                                                + onlyIf)
                                        .param("now", now)
                                        .param("short", now + limit.window)
                                        .param("long", now + Limit.LONGEST_WAIT + limit.window)
                                        .param("id", id)
                                        .update()
                                == 1
                        || first(id, now, limit, free));
    }

    private boolean first(UUID id, long now, Limit limit, int free) {
        try {
            jdbc.sql("INSERT INTO attempt (id, tries, free_at, expires_at) VALUES (?, 1, ?, ?)")
                    .params(id, free > 1 ? 0 : now + Limit.FIRST_WAIT, now + limit.window)
                    .update();
        } catch (DuplicateKeyException otherWasQuicker) {
            return false;
        }
        if (added.incrementAndGet() > LOOK_AGAIN) {
            prune();
        }
        return true;
    }

    private UUID id(Limit limit, String who) {
        UUID id = Fingerprint.of(limit + "|" + who);
        return crowded ? new UUID(limit.ordinal(), id.getLeastSignificantBits() & 0xFFF) : id;
    }
}
