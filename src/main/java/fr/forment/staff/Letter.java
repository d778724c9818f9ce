package fr.forment.staff;

import java.time.LocalDate;
import java.util.Map;

/**
 * What to write, whoever reads it.
 *
 * @param template below {@code templates/mail/}, without ending: "needs/invited"
 * @param key what makes it unique for one reader: "needsSurvey:invite:4711"
 * @param model further variables of the template
 * @param path page or task it leads to, from the root of the application: "/besoins/4711"; null when there is none
 * @param notAfter last day it is of use; null when it always is
 */
public record Letter(String template, String key, Map<String, Object> model, String path, LocalDate notAfter) {
}
