package fr.forment.mail;

import java.time.Instant;

/**
 * Drafts about one change, let go or dropped together.
 *
 * @param about the page of what changed, such as {@code /sessions/18}
 * @param title what changed, in French
 * @param decidedAt null with {@code decidedBy} while nobody has decided
 * @param released letters that left, 0 when they were dropped; null while nobody has decided
 */
public record MailBundle(
        long id,
        String circonscriptionUai,
        String about,
        String title,
        Instant preparedAt,
        Instant decidedAt,
        String decidedBy,
        Integer released) {

    public boolean isOpen() {
        return decidedAt == null;
    }
}
