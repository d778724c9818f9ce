package fr.forment.mail;

import java.time.Instant;

/**
 * A mail as it stands in the outbox, for the dispatcher and for the pages. Instants may be null where not reached.
 *
 * @param readerId see {@link Mail#readerId}
 * @param subject and the bodies: null until the mail leaves when it is one of a round; its text is then made from
 *     {@code model}
 * @param model see {@link MailModel}; null for a mail written at once
 * @param attached how many files go with it
 * @param keeper login of whoever is to let a draft go; null for all others
 * @param wipedAt when its text was taken away, because it held a link that opens something
 * @param dated the date it bears, the same at each try; null: it has not been tried yet
 */
public record QueuedMail(
        long id,
        String mailKey,
        String template,
        Long readerId,
        String toAddress,
        String toName,
        String subject,
        String bodyText,
        String bodyHtml,
        MailState state,
        Instant queuedAt,
        Instant notBefore,
        Instant notAfter,
        int attempts,
        Instant sentAt,
        String problem,
        String model,
        int attached,
        String keeper,
        Instant wipedAt,
        Instant dated) {

    boolean isWritten() {
        return subject != null;
    }

    public boolean isWiped() {
        return wipedAt != null;
    }

    /** A person may put it back into the queue. */
    public boolean isSentAgain() {
        return state.isSentAgain() && !isWiped();
    }

    /** As people read it who are not its reader: without what would let them act for him. */
    QueuedMail masked() {
        return isWritten()
                ? with(new MailWriter.Written(subject, PersonalLinks.masked(bodyText), PersonalLinks.masked(bodyHtml)))
                : this;
    }

    /** A link of it is not shown. */
    public boolean isMasked() {
        return bodyText != null && PersonalLinks.areMaskedIn(bodyText);
    }

    QueuedMail with(MailWriter.Written text) {
        return new QueuedMail(
                id,
                mailKey,
                template,
                readerId,
                toAddress,
                toName,
                text.subject(),
                text.text(),
                text.html(),
                state,
                queuedAt,
                notBefore,
                notAfter,
                attempts,
                sentAt,
                problem,
                model,
                attached,
                keeper,
                wipedAt,
                dated);
    }

    QueuedMail to(String address) {
        return new QueuedMail(
                id, mailKey, template, readerId, address, toName, subject, bodyText, bodyHtml, state, queuedAt,
                notBefore, notAfter, attempts, sentAt, problem, model, attached, keeper, wipedAt, dated);
    }
}
