package fr.forment.mail;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down each move of the mails of one round, for all its connections: what they say while one commit is under way
 * goes into the next, so that four mails share it and none is handed over before it is kept. Every statement asks whose
 * the mail is: what another node has taken over is not touched.
 */
final class OutboxLedger implements AutoCloseable {

    /** What may be said about a mail, in the order in which one commit writes it. */
    private enum Move {
        SENT("state = 'SENT', sent_at = ?, attempts = attempts + 1, problem = NULL", "'HANDED', 'UNKNOWN'"),
        ENDED("state = ?, attempts = attempts + 1, problem = ?", "'CLAIMED', 'HANDED', 'UNKNOWN'"),
        LATER(
                "state = 'QUEUED', owner = NULL, attempts = attempts + 1, not_before = ?, problem = ?",
                "'CLAIMED', 'HANDED', 'UNKNOWN'"),
        BACK("state = 'CLAIMED'", "'HANDED'"),
        HANDED("state = 'HANDED'", "'CLAIMED'");

        private final String statement;

        Move(String what, String from) {
            statement = "UPDATE outbox_mail SET " + what + " WHERE id = ? AND owner = ? AND state IN (" + from + ")";
        }

        String statement() {
            return this == HANDED ? statement + " AND " + Lease.ALIVE + " AND " + MailPause.NONE : statement;
        }
    }

    private record Line(Move move, Object[] values, AtomicBoolean ours, CompletableFuture<Boolean> written) {}

    private static final Logger log = LoggerFactory.getLogger(OutboxLedger.class);
    private static final int MOST = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Line END = new Line(null, null, null, null);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String owner;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final Thread writer = new Thread(this::write, "mail-ledger");

    OutboxLedger(JdbcTemplate jdbc, TransactionTemplate transaction, String owner) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.owner = owner;
        writer.setDaemon(true);
        writer.start();
    }

    /** Completed once it is kept: true when the mail is still ours. */
    CompletableFuture<Boolean> hand(QueuedMail mail) {
        return say(Move.HANDED, mail);
    }

    /** It was not handed over after all. */
    void takeBack(QueuedMail mail) {
        say(Move.BACK, mail);
    }

    void sent(QueuedMail mail, Instant at) {
        say(Move.SENT, mail, Timestamp.from(at));
    }

    /** FAILED or UNKNOWN. */
    void ended(QueuedMail mail, MailState how, String problem) {
        say(Move.ENDED, mail, how.name(), problem);
    }

    void later(QueuedMail mail, Instant again, String problem) {
        say(Move.LATER, mail, Timestamp.from(again), problem);
    }

    private CompletableFuture<Boolean> say(Move move, QueuedMail mail, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = mail.id();
        all[values.length + 1] = owner;
        var line = new Line(move, all, new AtomicBoolean(), new CompletableFuture<>());
        lines.add(line);
        return line.written();
    }

    /** Waits until all is written. */
    @Override
    public void close() {
        lines.add(END);
        try {
            writer.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            for (boolean open = true; open; ) {
                List<Line> some = new ArrayList<>(List.of(lines.take()));
                lines.drainTo(some, MOST);
                open = !some.remove(END);
                keep(some);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that is away for a moment is waited for: what the server answered is known here and nowhere else. */
    private void keep(List<Line> some) throws InterruptedException {
        List<Line> left = new ArrayList<>(some);
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !left.isEmpty(); Thread.sleep(1000)) {
            try {
                transaction.executeWithoutResult(tx -> write(left));
                left.forEach(line -> line.written().complete(line.ours().get()));
                return;
            } catch (RuntimeException away) {
                log.error("What became of {} mails could not be written down", left.size(), away);
                left.stream().filter(line -> line.move() == Move.HANDED).forEach(line -> line.written()
                        .complete(false));
                left.removeIf(line -> line.move() == Move.HANDED || System.nanoTime() > end);
            }
        }
    }

    private void write(List<Line> some) {
        Map<Move, List<Line>> byMove = new LinkedHashMap<>();
        for (Move move : Move.values()) {
            byMove.put(move, some.stream().filter(line -> line.move() == move).toList());
        }
        byMove.forEach((move, those) -> {
            int[] counts = jdbc.batchUpdate(
                    move.statement(), those.stream().map(Line::values).toList());
            for (int i = 0; i < counts.length; i++) {
                those.get(i).ours().set(counts[i] == 1);
            }
        });
    }
}
