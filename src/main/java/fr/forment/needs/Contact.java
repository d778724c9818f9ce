package fr.forment.needs;

import java.time.LocalDate;

import fr.forment.staff.Role;

/**
 * A survey that waits, and what was written about it.
 *
 * @param backup who is written to instead of the director; null while it is the director
 * @param letters reminders so far
 * @param lastLetter the invitation or the last reminder
 */
record Contact(long surveyId, String schoolUai, Role backup, int letters, LocalDate lastLetter) {
}
