package fr.forment.mail;

import java.time.Instant;
import java.util.Map;

/**
 * A mail to one person.
 *
 * @param key unique for ever: the same key is never sent twice
 * @param template file under {@code templates/mail}, without extension
 * @param notBefore when it may leave at the earliest
 * @param notAfter when it has lost its use and is not sent any more; null: always useful
 */
public record Mail(String key, String template, String toAddress, String toName, Map<String, Object> model,
        Instant notBefore, Instant notAfter) {
}
