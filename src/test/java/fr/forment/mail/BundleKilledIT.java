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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A machine that lets kept letters go is killed (kill -9) at one of their rows, drawn from a printed seed: none has
 * left. The next one is killed between the release and the end of sending: all arrive, none twice, and what was on the
 * wire is said to be in doubt.
 */
@Tag("attack")
class BundleKilledIT {

    private static final Instant AT = Instant.parse("2026-09-01T06:00:00Z");

    private final SmtpSink sink = new SmtpSink();
    private EmbeddedPostgres postgres;
    private SingleConnectionDataSource connection;
    private JdbcTemplate rows;
    private OtherProcess node;

    @BeforeEach
    void aDatabase() throws Exception {
        postgres = EmbeddedPostgres.start();
        connection = new SingleConnectionDataSource(DriverManager.getConnection(url()), true);
        rows = new JdbcTemplate(connection);
    }

    @AfterEach
    void nothingRunsOn() throws Exception {
        if (node != null) {
            node.close();
        }
        sink.close();
        connection.destroy();
        postgres.close();
    }

    @Test
    void aMachineThatDiesBetweenReleaseAndSendingLosesNoneAndSendsNoneTwice() throws Exception {
        int letters = Attack.rounds(200, 2000);
        node = start("first").ready();
        keep(letters, 1 + Attack.chance("BundleKilled").nextInt(letters));
        node.until(
                "it lets them go",
                () -> count("SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 1);
        node.kill();
        assertThat(count("SELECT COUNT(*) FROM outbox_mail WHERE state = 'HELD' AND bundle_id IS NOT NULL"))
                .as("none has left alone")
                .isEqualTo(letters);
        rows.execute("DROP TRIGGER stands_still ON outbox_mail");
        rows.execute("SELECT pg_advisory_unlock(4711)");
        sink.delay(5);
        node = start("second");
        node.until("some have arrived", () -> sink.accepted() >= letters / 4);
        node.kill();
        node = start("third").ready();
        node.until(
                "what the dead had taken has left",
                () -> count(
                                "SELECT COUNT(*) FROM outbox_mail WHERE mail_key LIKE 'kept:%' AND state NOT IN ('SENT', 'UNKNOWN')")
                        == 0);
        assertThat(sink.copies().values())
                .extracting(AtomicInteger::get)
                .as("copies")
                .containsOnly(1);
        int doubtful = count("SELECT COUNT(*) FROM outbox_mail WHERE state = 'UNKNOWN'");
        assertThat(sink.accepted()).isBetween(letters - doubtful, letters);
    }

    private OtherProcess start(String name) throws Exception {
        return OtherProcess.start(
                "bundle-" + name,
                AT,
                Path.of(""),
                "--spring.datasource.url=" + url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port(),
                "--forment.mail.poll=PT0.5S",
                "--forment.mail.chase=PT0.5S");
    }

    /** Letters about a session that is near, kept in one bundle; whoever lets the fatal one go waits for ever. */
    private void keep(int letters, int fatal) {
        String[] text = MailSample.written();
        rows.execute("SELECT pg_advisory_lock(4711)");
        rows.execute("""
                CREATE FUNCTION stand_still() RETURNS trigger AS $$ BEGIN
                  IF OLD.state = 'HELD' AND NEW.mail_key = 'kept:%d' THEN PERFORM pg_advisory_xact_lock(4711); END IF; RETURN NEW;
                END $$ LANGUAGE plpgsql""".formatted(fatal));
        rows.execute(
                "CREATE TRIGGER stands_still BEFORE UPDATE ON outbox_mail FOR EACH ROW EXECUTE FUNCTION stand_still()");
        Timestamp at = Timestamp.from(AT);
        rows.execute("BEGIN");
        rows.update(
                "INSERT INTO mail_bundle (circonscription_uai, about, title, prepared_at) VALUES ('0350000A', '/sessions/1', 'Session changée', ?)",
                at);
        rows.update("""
                INSERT INTO outbox_mail (mail_key, template, to_address, to_name, subject, body_text, body_html, state, queued_at, not_before, chase_at, bundle_id)
                SELECT 'kept:' || n, ?, 'personne' || n || '@exemple.invalid', 'Émilie Le Goff', ?, ?, ?, 'HELD', ?, ?, ?, (SELECT MAX(id) FROM mail_bundle)
                  FROM generate_series(1, ?) n""", MailSample.TEMPLATE, text[0], text[1], text[2], at, at, at, letters);
        rows.execute("COMMIT");
    }

    private int count(String question) {
        return rows.queryForObject(question, Integer.class);
    }

    private String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }
}
