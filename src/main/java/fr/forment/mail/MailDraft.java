package fr.forment.mail;

import java.time.Instant;
import java.util.List;

/**
 * A letter that is ready and waits for a person.
 *
 * @param attachments files that go with it; may be empty
 * @param keeper login of the person who is to let it go, and who is reminded
 * @param chaseAt when that person is reminded; null: never
 */
public record MailDraft(Mail mail, List<Attachment> attachments, String keeper, Instant chaseAt) {}
