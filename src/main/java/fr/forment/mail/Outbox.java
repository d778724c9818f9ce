package fr.forment.mail;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where mails wait. Queued in the transaction that decides them: both happen or neither. A key already there is left alone, so a step that
 * runs again writes to nobody twice.
 */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final MailWriter writer;
    private final Clock clock;

    Outbox(JdbcClient jdbc, MailWriter writer, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.clock = clock;
    }

    /** True when the mail is new. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean queue(Mail mail) {
        if (isQueued(mail.key())) {
            return false;
        }
        var written = writer.write(mail.template(), mail.model());
        jdbc.sql("""
                INSERT INTO outbox_mail (mail_key, template, to_address, to_name, subject, body_text, body_html, state,
                                         queued_at, not_before, not_after)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?)""")
                .params(mail.key(), mail.template(), mail.toAddress(), mail.toName(), written.subject(), written.text(),
                        written.html(), Timestamp.from(clock.instant()), Timestamp.from(mail.notBefore()),
                        mail.notAfter() == null ? null : Timestamp.from(mail.notAfter()))
                .update();
        return true;
    }

    /** A mail with this key waits, or has left: no need to put together another one. */
    public boolean isQueued(String key) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE mail_key = ?").param(key).query(Long.class).single() > 0;
    }

    /**
     * One statement however many readers there are; their texts are written when the mails leave. Returns how many mails are new. As with
     * {@link #queue}, a key already there is left alone.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int queueAll(MassMail mail) {
        return jdbc.sql("""
                INSERT INTO outbox_mail (mail_key, template, to_address, to_name, model, state, queued_at, not_before, not_after)
                SELECT q.mail_key, CAST(:mailTemplate AS VARCHAR(100)), q.to_address, q.to_name, CAST(:mailModel AS VARCHAR(4000)) || q.details,
                       'QUEUED', CAST(:mailNow AS TIMESTAMP WITH TIME ZONE), q.not_before, CAST(:mailEnd AS TIMESTAMP WITH TIME ZONE)
                  FROM (%s) q WHERE NOT EXISTS (SELECT 1 FROM outbox_mail o WHERE o.mail_key = q.mail_key)""".formatted(mail.readers()))
                .params(mail.params()).param("mailTemplate", mail.template()).param("mailModel", MailModel.write(mail.model()))
                .param("mailNow", Timestamp.from(clock.instant()))
                .param("mailEnd", mail.notAfter() == null ? null : mail.notAfter().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }
}
