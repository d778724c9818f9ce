package fr.forment.post;

import java.time.LocalDate;
import java.util.Map;

/**
 * The same letter about many cases at once.
 *
 * @param template below {@code templates/mail/}, without ending
 * @param key what makes it unique for one case and one reader, with the case's own key between
 * @param model what is the same for all
 * @param cases SQL that gives, by row: case_key, role and perimeter of who is written to, path, details
 *     ({@code MailModel.sql}), and hold_until: a day before which the letter does not leave, or null
 * @param params of that SQL
 * @param notAfter last day it is of use; null when it always is
 */
public record MassLetter(
        String template,
        String key,
        Map<String, String> model,
        String cases,
        Map<String, ?> params,
        LocalDate notAfter) {}
