package fr.forment.mail;

import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the texts of mails that a round queued with their values only, just before they leave; from then on a text stands as it was sent.
 * In the caller's transaction.
 */
@Component
class RoundText {

    private static final Logger log = LoggerFactory.getLogger(RoundText.class);

    private final JdbcTemplate jdbc;
    private final MailWriter writer;

    RoundText(JdbcTemplate jdbc, MailWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
    }

    /** The mails with their texts; one that cannot be written is refused and left out, so that it does not hold the others up. */
    List<QueuedMail> write(List<QueuedMail> mails) {
        var written = new ArrayList<QueuedMail>();
        var texts = new ArrayList<Object[]>();
        for (QueuedMail mail : mails) {
            try {
                QueuedMail whole = mail.isWritten() ? mail : mail.with(writer.write(mail.template(), MailModel.read(mail.model())));
                if (!mail.isWritten()) {
                    texts.add(new Object[] { whole.subject(), whole.bodyText(), whole.bodyHtml(), whole.id() });
                }
                written.add(whole);
            } catch (RuntimeException unwritable) {
                log.error("Mail {} cannot be written", mail.mailKey(), unwritable);
                jdbc.update("UPDATE outbox_mail SET state = 'FAILED', subject = template, body_text = '', body_html = '', problem = 'Texte impossible à écrire' WHERE id = ?", mail.id());
            }
        }
        jdbc.batchUpdate("UPDATE outbox_mail SET subject = ?, body_text = ?, body_html = ? WHERE id = ?", texts);
        return written;
    }
}
