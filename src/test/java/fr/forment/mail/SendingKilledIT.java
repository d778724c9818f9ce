package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.OtherProcess;
import fr.forment.SmtpSink;
import fr.forment.attack.Attack;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Two nodes send from one PostgreSQL and are killed in turn (kill -9), at moments drawn from a printed seed: no mail is
 * lost, none arrives twice, and those that were on the wire are said to be in doubt.
 */
@Tag("attack")
class SendingKilledIT {

    private static final Instant AT = Instant.parse("2026-09-01T06:00:00Z");
    /**
     * On each of four connections: one being sent, one just answered, and up to eight handed over ahead to a server
     * that answers at once.
     */
    private static final int IN_DOUBT_PER_KILL = 4 * (2 + 8);

    private final Random chance = Attack.chance("SendingKilled");
    private final SmtpSink sink = new SmtpSink();
    private final List<OtherProcess> nodes = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private SingleConnectionDataSource connection;
    private JdbcTemplate rows;
    private int starts;

    @BeforeEach
    void aDatabase() throws Exception {
        postgres = EmbeddedPostgres.start();
        connection = new SingleConnectionDataSource(DriverManager.getConnection(url()), true);
        rows = new JdbcTemplate(connection);
    }

    @AfterEach
    void nothingRunsOn() throws Exception {
        for (OtherProcess node : nodes) {
            node.close();
        }
        sink.close();
        connection.destroy();
        postgres.close();
    }

    @Test
    void losesNoneAndSendsNoneTwice() throws Exception {
        int kills = Attack.rounds(2, 20);
        int mails = Attack.rounds(400, 5000);
        sink.delay(5);
        nodes.add(start().ready());
        nodes.add(start().ready());
        queue(mails);
        for (int kill = 1; kill <= kills; kill++) {
            int at = (int) ((kill - 1 + chance.nextDouble()) * mails / (kills + 1));
            nodes.get(0)
                    .until(
                            "so many have arrived: " + at,
                            () -> sink.accepted() >= at || count("state IN ('QUEUED', 'CLAIMED', 'HANDED')") == 0);
            nodes.remove(0).kill();
            sink.delay(chance.nextInt(3) * 3);
            nodes.add(start());
        }
        for (OtherProcess node : nodes) {
            node.ready();
        }
        nodes.get(0)
                .until(
                        "what the dead had taken has left, half a minute after they died",
                        () -> count("state IN ('QUEUED', 'CLAIMED', 'HANDED')") == 0);
        int doubtful = count("state = 'UNKNOWN'");
        System.out.printf(
                "%d kills over %d mails: %d in doubt, of which %d arrived%n",
                kills, mails, doubtful, sink.accepted() - count("state = 'SENT'"));
        assertThat(sink.copies().values())
                .extracting(AtomicInteger::get)
                .as("copies")
                .containsOnly(1);
        assertThat(count("state IN ('SENT', 'UNKNOWN')"))
                .as("none has another fate")
                .isEqualTo(mails);
        List<Long> sent = rows.queryForList("SELECT id FROM outbox_mail WHERE state = 'SENT'", Long.class);
        List<Long> arrived = sink.copies().keySet().stream()
                .map(id -> Long.valueOf(id.substring(1, id.indexOf('.'))))
                .toList();
        assertThat(arrived).as("what is said to be sent has arrived").containsAll(sent);
        assertThat(doubtful).isLessThanOrEqualTo(kills * IN_DOUBT_PER_KILL);
    }

    private OtherProcess start() throws Exception {
        return OtherProcess.start(
                "sending-" + ++starts,
                AT,
                Path.of(""),
                "--spring.datasource.url=" + url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port(),
                "--forment.mail.poll=PT0.5S");
    }

    private void queue(int mails) {
        String[] text = MailSample.written();
        rows.update("""
                INSERT INTO outbox_mail (mail_key, template, to_address, to_name, subject, body_text, body_html, state, queued_at, not_before)
                SELECT 'killed:' || n, ?, 'personne' || n || '@exemple.invalid', 'Émilie Le Goff', ?, ?, ?, 'QUEUED', ?, ? FROM generate_series(1, ?) n""", MailSample.TEMPLATE, text[0], text[1], text[2], Timestamp.from(AT), Timestamp.from(AT), mails);
    }

    private int count(String which) {
        return rows.queryForObject(
                "SELECT COUNT(*) FROM outbox_mail WHERE mail_key LIKE 'killed:%' AND " + which, Integer.class);
    }

    private String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }
}
