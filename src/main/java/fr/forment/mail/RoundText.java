package fr.forment.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What a mail needs just before it leaves: a matter that is not settled meanwhile, the address of the day, and its text
 * when a round queued it with its values only; from then on both stand as they were sent. In the caller's transaction.
 */
@Component
@RequiredArgsConstructor
class RoundText {

    private static final Logger log = LoggerFactory.getLogger(RoundText.class);

    private final JdbcTemplate jdbc;
    private final MailWriter writer;
    private final AddressOfTheDay addresses;
    private final Matters matters;
    private final GatheredMails gathering;

    private List<QueuedMail> wanted(List<QueuedMail> mails) {
        Set<Long> settled = matters.settled(mails);
        jdbc.batchUpdate(
                "UPDATE outbox_mail SET state = 'DROPPED', not_after = queued_at, problem = 'Réglé avant l''envoi.' WHERE id = ?",
                settled.stream().map(id -> new Object[] {id}).toList());
        return mails.stream().filter(mail -> !settled.contains(mail.id())).toList();
    }

    /** These mails, and what waits for the same readers and goes with them. */
    List<QueuedMail> around(List<QueuedMail> due, Instant now) {
        return gathering.around(due, now);
    }

    /** What leaves of them, as letters. */
    List<GatheredMails.Parcel> parcels(List<QueuedMail> mails) {
        return gathering.parcels(write(mails));
    }

    /**
     * The mails that can leave; one that cannot be written or has nobody to go to is ended and left out, so that it
     * does not hold the others up.
     */
    private List<QueuedMail> write(List<QueuedMail> mails) {
        var written = new ArrayList<QueuedMail>();
        var texts = new ArrayList<Object[]>();
        for (QueuedMail mail : addresses.on(wanted(mails))) {
            try {
                QueuedMail whole = mail.isWritten()
                        ? mail
                        : mail.with(writer.write(mail.template(), MailModel.read(mail.model())));
                if (!mail.isWritten()) {
                    texts.add(new Object[] {whole.subject(), whole.bodyText(), whole.bodyHtml(), whole.id()});
                }
                written.add(whole);
            } catch (RuntimeException unwritable) {
                log.error("Mail {} cannot be written", mail.mailKey(), unwritable);
                jdbc.update(
                        "UPDATE outbox_mail SET state = 'FAILED', subject = template, body_text = '', body_html = '', problem = 'Texte impossible à écrire' WHERE id = ?",
                        mail.id());
            }
        }
        jdbc.batchUpdate("UPDATE outbox_mail SET subject = ?, body_text = ?, body_html = ? WHERE id = ?", texts);
        return written;
    }
}
