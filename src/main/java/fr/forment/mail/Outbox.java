package fr.forment.mail;

import java.sql.Timestamp;
import java.time.Clock;

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
        if (jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE mail_key = ?").param(mail.key()).query(Long.class).single() > 0) {
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
}
