package fr.forment.mail;

import fr.forment.SmtpSink;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails of one test on the shared house, and dispatchers that send them to a server of the test's own. */
final class SendingGround {

    static final Instant NOW = Instant.parse("2026-09-01T06:00:00Z");
    private final JdbcTemplate rows;
    private final TransactionTemplate transaction;
    private final RoundText texts;
    private final Attachments attachments;
    private final MailPause pause;
    private final MailBox box;
    private final Clock clock;
    private final String key = "sending:" + UUID.randomUUID();

    SendingGround(
            JdbcTemplate rows,
            TransactionTemplate transaction,
            RoundText texts,
            Attachments attachments,
            MailPause pause,
            MailBox box,
            Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.texts = texts;
        this.attachments = attachments;
        this.pause = pause;
        this.box = box;
        this.clock = clock;
        rows.update("UPDATE outbox_mail SET state = 'DEPOSITED' WHERE state IN ('QUEUED', 'CLAIMED', 'HANDED')");
        rows.update("DELETE FROM mail_trouble");
    }

    /** A node that sends to that server, with short patience. */
    Dispatcher node(SmtpSink sink, String... more) {
        return node(sink.port(), new MailTrouble(JdbcClient.create(rows)), more);
    }

    Dispatcher node(int port, MailTrouble trouble, String... more) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.connectiontimeout", "2000");
        properties.put("mail.smtp.timeout", "700");
        properties.put("mail.smtp.localhost", "forment");
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        if (properties.containsKey("mail.smtp.auth")) {
            sender.setUsername("forment");
            sender.setPassword("secret");
        }
        return new Dispatcher(
                rows,
                transaction,
                new Postman(sender, new MailSettings("formation@exemple.invalid", "", "FormENT", null, 4), attachments),
                texts,
                pause,
                trouble,
                clock);
    }

    void queue(int mails) {
        String[] text = MailSample.written();
        int already = mails().size();
        for (int i = already; i < already + mails; i++) {
            rows.update(
                    """
                    INSERT INTO outbox_mail (mail_key, template, to_address, to_name, subject, body_text, body_html, state, queued_at, not_before)
                    VALUES (?, ?, ?, 'Émilie Le Goff', ?, ?, ?, 'QUEUED', ?, ?)""",
                    key + ":" + String.format("%05d", i),
                    MailSample.TEMPLATE,
                    "personne" + i + "@exemple.invalid",
                    text[0],
                    text[1],
                    text[2],
                    Timestamp.from(NOW),
                    Timestamp.from(NOW));
        }
    }

    /** Their hour has come again. */
    void hasten() {
        rows.update(
                "UPDATE outbox_mail SET not_before = ? WHERE state = 'QUEUED' AND mail_key LIKE ?",
                Timestamp.from(NOW),
                key + "%");
        rows.update("UPDATE mail_trouble SET again_at = CURRENT_TIMESTAMP");
    }

    void update(String what) {
        rows.update("UPDATE outbox_mail SET " + what + " WHERE mail_key LIKE ?", key + "%");
    }

    List<QueuedMail> mails() {
        return box.about(key);
    }

    List<MailState> states() {
        return mails().stream().map(QueuedMail::state).toList();
    }
}
