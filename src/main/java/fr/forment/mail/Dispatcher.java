package fr.forment.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox, outside every other transaction. A mail handed to the server whose answer was never
 * written is UNKNOWN: it is not sent again blindly (reliability over SMTP cannot be had twice; see docs/decisions.md).
 * Several nodes on one database share the work.
 */
@Component
public class Dispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final int ROUND = 100;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(3);
    private static final String STOPPED = "Application arrêtée pendant la remise";

    private final JdbcTemplate rows;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Postman postman;
    private final RoundText texts;
    private final MailPause pause;
    private final MailTrouble trouble;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean stopping;
    private boolean sawSomething;
    private volatile SendingRound round;

    Dispatcher(
            JdbcTemplate rows,
            TransactionTemplate transaction,
            Postman postman,
            RoundText texts,
            MailPause pause,
            MailTrouble trouble,
            Clock clock) {
        this.rows = rows;
        this.jdbc = JdbcClient.create(rows);
        this.transaction = transaction;
        this.postman = postman;
        this.texts = texts;
        this.pause = pause;
        this.trouble = trouble;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${forment.mail.poll:PT5S}", initialDelayString = "${forment.mail.poll:PT5S}")
    void poll() {
        pause.lookAtStart();
        if (isSomethingDue() && !sawSomething) {
            sawSomething = true; // what is written in the same moment, case by case, leaves with it
            return;
        }
        sawSomething = false;
        run();
    }

    /** Sends all that may leave now. */
    public void run() {
        if (!oneAtATime.tryLock()) {
            return;
        }
        try {
            putAside();
            if (pause.isOn()) {
                return;
            }
            if (!postman.hasServer()) {
                deposit();
            } else if (!stopping && isSomethingDue() && trouble.isOpen()) {
                send();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** When the next mail that still waits may leave. */
    public Optional<Instant> nextDeparture() {
        return jdbc.sql("SELECT MIN(not_before) FROM outbox_mail WHERE state = 'QUEUED' AND not_before > ?")
                .param(now())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private void putAside() {
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("UPDATE outbox_mail SET state = 'MISSED' WHERE state = 'QUEUED' AND not_after < ?")
                    .param(now())
                    .update();
            jdbc.sql("UPDATE outbox_mail SET state = 'QUEUED', owner = NULL WHERE state = 'CLAIMED' AND NOT "
                            + Lease.ALIVE)
                    .update();
            jdbc.sql("UPDATE outbox_mail SET state = 'UNKNOWN', problem = ? WHERE state = 'HANDED' AND NOT "
                            + Lease.ALIVE)
                    .param(STOPPED)
                    .update();
            jdbc.sql("DELETE FROM mail_lease WHERE alive_until < CURRENT_TIMESTAMP - INTERVAL '1' DAY")
                    .update();
        });
    }

    private void deposit() {
        while (Boolean.TRUE.equals(transaction.execute(tx -> depositSome()))) {
            log.debug("One more round of mails");
        }
    }

    private boolean depositSome() {
        List<QueuedMail> some = due();
        List<QueuedMail> parts = texts.parcels(texts.around(some, clock.instant())).stream()
                .flatMap(parcel -> parcel.parts().stream())
                .toList();
        List<Long> ready = parts.stream().map(QueuedMail::id).toList();
        if (!ready.isEmpty()) {
            postman.keepFiles(parts);
            jdbc.sql("UPDATE outbox_mail SET state = 'DEPOSITED', sent_at = :now WHERE id IN (:ready)")
                    .param("now", now())
                    .param("ready", ready)
                    .update();
        }
        return some.size() == ROUND;
    }

    private boolean isSomethingDue() {
        return jdbc.sql("SELECT id FROM outbox_mail WHERE state = 'QUEUED' AND not_before <= ? FETCH FIRST 1 ROWS ONLY")
                .param(now())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * In the order of an index: the next hundred cost the same however many wait. Nothing while sending is paused, on
     * whichever node that was said.
     */
    private List<QueuedMail> due() {
        return jdbc.sql("""
                SELECT * FROM outbox_mail WHERE state = 'QUEUED' AND not_before <= ? AND %s ORDER BY state, not_before, id
                FETCH FIRST %d ROWS ONLY FOR UPDATE SKIP LOCKED""".formatted(MailPause.NONE, ROUND))
                .param(now())
                .query(MailBox::read)
                .list();
    }

    private void send() throws InterruptedException {
        try (var lease = new Lease(jdbc)) {
            var ledger = new OutboxLedger(rows, transaction, lease.owner());
            var sending = new SendingRound(postman, ledger, lease, clock);
            round = sending;
            try {
                sending.run(() -> stopping ? SendingRound.Claim.NOTHING : claim(lease));
            } finally {
                round = null;
                ledger.close();
                giveBack(lease.owner(), sending.trouble());
                tell(sending);
            }
        }
    }

    private SendingRound.Claim claim(Lease lease) {
        if (!lease.holds()) {
            return SendingRound.Claim.NOTHING;
        }
        return transaction.execute(tx -> {
            List<QueuedMail> due = due();
            List<QueuedMail> some = texts.around(due, clock.instant());
            rows.batchUpdate(
                    "UPDATE outbox_mail SET state = 'CLAIMED', owner = ?, dated = COALESCE(dated, not_before) WHERE id = ?",
                    some.stream()
                            .map(mail -> new Object[] {lease.owner(), mail.id()})
                            .toList());
            return new SendingRound.Claim(texts.parcels(some), due.size() == ROUND);
        });
    }

    /** What was taken and did not leave; what was handed over and has no answer yet is in doubt. */
    private void giveBack(String owner, String why) {
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("UPDATE outbox_mail SET state = 'QUEUED', owner = NULL WHERE state = 'CLAIMED' AND owner = ?")
                    .param(owner)
                    .update();
            jdbc.sql("UPDATE outbox_mail SET state = 'UNKNOWN', problem = ? WHERE state = 'HANDED' AND owner = ?")
                    .params(STOPPED, owner)
                    .update();
            if (why != null) {
                jdbc.sql(
                                "UPDATE outbox_mail SET problem = ? WHERE state = 'QUEUED' AND not_before <= ? AND (problem IS NULL OR problem <> ?)")
                        .params(why, now(), why)
                        .update();
            }
        });
    }

    private void tell(SendingRound sending) {
        if (sending.trouble() != null) {
            log.warn("No mail leaves: {}", sending.trouble());
            trouble.met(sending.trouble());
        } else if (sending.sent() > 0) {
            trouble.over();
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    @Override
    public void start() {
        stopping = false;
    }

    /** Takes no more, waits a moment for the answers still to come, and gives back what did not leave. */
    @Override
    public void stop() {
        stopping = true;
        SendingRound sending = round;
        try {
            if (sending != null) {
                sending.stop();
                if (!sending.awaitEnd(LAST_ANSWERS)) {
                    sending.abandon();
                }
            }
            if (oneAtATime.tryLock(1, TimeUnit.SECONDS)) {
                oneAtATime.unlock();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }
}
