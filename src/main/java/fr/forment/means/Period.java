package fr.forment.means;

import java.time.LocalDate;

/** School between two holidays. @param weeks with at least one school day; {@code wednesdays} of school */
public record Period(String title, LocalDate from, LocalDate until, int weeks, int wednesdays) {

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
