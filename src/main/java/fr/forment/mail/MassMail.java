package fr.forment.mail;

import java.time.Instant;
import java.util.Map;

/**
 * One mail to the readers that a query finds.
 *
 * @param template file under {@code templates/mail}, without extension
 * @param model what is the same for all
 * @param readers SQL that gives, by row: mail_key, agent_id, to_address, to_name, details (see {@link MailModel#sql}),
 *     not_before; each key once
 * @param params of that SQL
 * @param notAfter when it has lost its use; null: always useful
 */
public record MassMail(
        String template, Map<String, String> model, String readers, Map<String, ?> params, Instant notAfter) {}
