package fr.forment.mail;

import java.time.Instant;
import java.util.Map;

/**
 * A mail to one person.
 *
 * @param key unique for ever: the same key is never sent twice
 * @param template file under {@code templates/mail}, without extension
 * @param readerId whose address is looked up when the mail leaves ({@link AddressBook}); null: {@code toAddress} is
 *     meant and no other
 * @param about the page of what it is about, such as {@code /sessions/18}; null when there is none
 * @param notBefore when it may leave at the earliest
 * @param notAfter when it has lost its use and is not sent any more; null: always useful
 * @param secretUntil until when a one-use link in its text opens something; the text is wiped afterwards. Null: it
 *     holds none
 * @param tells what it says of its matter, kept beside it ({@link Telling}); null: nothing that anybody compares with
 */
public record Mail(
        String key,
        String template,
        Long readerId,
        String toAddress,
        String toName,
        Map<String, Object> model,
        String about,
        Instant notBefore,
        Instant notAfter,
        Instant secretUntil,
        String tells) {

    /** In a model: it asks its reader for something. Whom it asks need not have heard how the matter stands. */
    public static final String ASKS = "demande";

    boolean asks() {
        return model.containsKey(ASKS);
    }

    public Mail(
            String key,
            String template,
            Long readerId,
            String toAddress,
            String toName,
            Map<String, Object> model,
            String about,
            Instant notBefore,
            Instant notAfter,
            Instant secretUntil) {
        this(key, template, readerId, toAddress, toName, model, about, notBefore, notAfter, secretUntil, null);
    }

    /** To an address that belongs to nobody here. */
    public Mail(
            String key,
            String template,
            String toAddress,
            String toName,
            Map<String, Object> model,
            Instant notBefore,
            Instant notAfter) {
        this(key, template, null, toAddress, toName, model, null, notBefore, notAfter, null);
    }
}
