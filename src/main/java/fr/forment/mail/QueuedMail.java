package fr.forment.mail;

import java.time.Instant;

/** A mail as it stands in the outbox, for the dispatcher and for the pages. Instants may be null where not reached. */
public record QueuedMail(long id, String mailKey, String template, String toAddress, String toName, String subject,
        String bodyText, String bodyHtml, MailState state, Instant queuedAt, Instant notBefore, Instant notAfter,
        int attempts, Instant sentAt, String problem) {
}
