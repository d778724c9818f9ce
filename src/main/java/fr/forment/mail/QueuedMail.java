package fr.forment.mail;

import java.time.Instant;

/**
 * A mail as it stands in the outbox, for the dispatcher and for the pages. Instants may be null where not reached.
 *
 * @param subject and the bodies: null until the mail leaves when it is one of a round; its text is then made from {@code model}
 * @param model see {@link MailModel}; null for a mail written at once
 */
public record QueuedMail(long id, String mailKey, String template, String toAddress, String toName, String subject,
        String bodyText, String bodyHtml, MailState state, Instant queuedAt, Instant notBefore, Instant notAfter,
        int attempts, Instant sentAt, String problem, String model) {

    boolean isWritten() {
        return subject != null;
    }

    QueuedMail with(MailWriter.Written text) {
        return new QueuedMail(id, mailKey, template, toAddress, toName, text.subject(), text.text(), text.html(), state, queuedAt, notBefore,
                notAfter, attempts, sentAt, problem, model);
    }
}
