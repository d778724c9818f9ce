package fr.forment.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.mail.MessagingException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox, outside every other transaction. A mail handed to the server whose answer was never written is UNKNOWN:
 * it is not sent again blindly (reliability over SMTP cannot be had twice; see docs/decisions.md).
 */
@Component
public class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final int ROUND = 100;
    private static final List<Duration> PATIENCE = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(15), Duration.ofHours(1));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Postman postman;
    private final RoundText texts;
    private final MailPause pause;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Dispatcher(JdbcClient jdbc, TransactionTemplate transaction, Postman postman, RoundText texts, MailPause pause, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.postman = postman;
        this.texts = texts;
        this.pause = pause;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${forment.mail.poll:PT5S}", initialDelayString = "${forment.mail.poll:PT5S}")
    void poll() {
        pause.lookAtStart();
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
            if (postman.hasServer()) {
                while (sendRound()) {
                    log.debug("One more round of mails");
                }
            } else {
                deposit();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    /** When the next mail that still waits may leave. */
    public Optional<Instant> nextDeparture() {
        return jdbc.sql("SELECT MIN(not_before) FROM outbox_mail WHERE state = 'QUEUED' AND not_before > ?").param(now())
                .query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    private void putAside() {
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("UPDATE outbox_mail SET state = 'MISSED' WHERE state = 'QUEUED' AND not_after < ?").param(now()).update();
            jdbc.sql("UPDATE outbox_mail SET state = 'QUEUED' WHERE state = 'CLAIMED' AND lease_until < CURRENT_TIMESTAMP").update();
            jdbc.sql("""
                    UPDATE outbox_mail SET state = 'UNKNOWN', problem = 'Application arrêtée pendant la remise'
                    WHERE state = 'HANDED' AND lease_until < CURRENT_TIMESTAMP""").update();
        });
    }

    private void deposit() {
        while (Boolean.TRUE.equals(transaction.execute(tx -> depositSome()))) {
            log.debug("One more round of mails");
        }
    }

    private boolean depositSome() {
        List<QueuedMail> round = due();
        List<Long> ready = texts.write(round).stream().map(QueuedMail::id).toList();
        if (!ready.isEmpty()) {
            jdbc.sql("UPDATE outbox_mail SET state = 'DEPOSITED', sent_at = :now WHERE id IN (:ready)").param("now", now()).param("ready", ready).update();
        }
        return round.size() == ROUND;
    }

    /** Nothing while sending is paused, on whichever node that was said. */
    private List<QueuedMail> due() {
        return jdbc.sql("""
                SELECT * FROM outbox_mail WHERE state = 'QUEUED' AND not_before <= ? AND %s ORDER BY id
                FETCH FIRST %d ROWS ONLY FOR UPDATE SKIP LOCKED""".formatted(MailPause.NONE, ROUND)).param(now()).query(MailBox::read).list();
    }

    private boolean sendRound() {
        List<QueuedMail> round = claim();
        if (round.isEmpty()) {
            return false;
        }
        try {
            postman.deliver(round, new Written());
            return round.size() == ROUND;
        } catch (MessagingException unreachable) {
            log.warn("No mail server: {}", unreachable.getMessage());
            transaction.executeWithoutResult(tx -> round.forEach(mail -> jdbc.sql("""
                    UPDATE outbox_mail SET state = 'QUEUED', not_before = ?, problem = 'Serveur de courriel injoignable'
                    WHERE id = ? AND state = 'CLAIMED'""")
                    .params(Timestamp.from(clock.instant().plus(PATIENCE.get(0))), mail.id()).update()));
            return false;
        }
    }

    private List<QueuedMail> claim() {
        return transaction.execute(tx -> {
            List<QueuedMail> round = due();
            round.forEach(mail -> jdbc.sql("""
                    UPDATE outbox_mail SET state = 'CLAIMED', lease_until = CURRENT_TIMESTAMP + INTERVAL '10' MINUTE
                    WHERE id = ?""").param(mail.id()).update());
            return texts.write(round);
        });
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** Writes down each move of a mail as it happens: HANDED is committed before the server hears of it. */
    private final class Written implements Postman.Report {

        @Override
        public boolean handing(QueuedMail mail) {
            return transaction.execute(tx -> jdbc.sql("""
                    UPDATE outbox_mail SET state = 'HANDED', attempts = attempts + 1,
                           lease_until = CURRENT_TIMESTAMP + INTERVAL '2' MINUTE
                    WHERE id = ? AND state = 'CLAIMED' AND """ + " " + MailPause.NONE).param(mail.id()).update()) == 1;
        }

        @Override
        public void done(QueuedMail mail, Postman.Outcome outcome, String problem) {
            Instant again = DepartureHour.again(clock.instant().plus(PATIENCE.get(Math.min(mail.attempts(), PATIENCE.size() - 1))), mail.notAfter(), clock.instant());
            String cut = problem == null ? null : problem.substring(0, Math.min(problem.length(), 1000));
            transaction.executeWithoutResult(tx -> {
                switch (outcome) {
                    case SENT -> jdbc.sql("UPDATE outbox_mail SET state = 'SENT', sent_at = ?, problem = NULL WHERE id = ?")
                            .params(now(), mail.id()).update();
                    case REFUSED -> jdbc.sql("UPDATE outbox_mail SET state = 'FAILED', problem = ? WHERE id = ?")
                            .params(cut, mail.id()).update();
                    case UNKNOWN -> jdbc.sql("UPDATE outbox_mail SET state = 'UNKNOWN', problem = ? WHERE id = ?")
                            .params(cut, mail.id()).update();
                    case TRY_LATER -> jdbc.sql("UPDATE outbox_mail SET state = 'QUEUED', not_before = ?, problem = ? WHERE id = ?")
                            .params(Timestamp.from(again), cut, mail.id()).update();
                }
            });
        }
    }
}
