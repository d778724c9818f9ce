package fr.forment.overview.awaited;

import fr.forment.project.blocked.Body;
import java.time.LocalDate;

/**
 * One thing that waits.
 *
 * @param about what it belongs to: a school, a vague, a kind of task
 * @param who the function awaited
 * @param people by name or "vous"; null where nobody is known, or for a reader who sees no people
 * @param due null without a date
 * @param link null where the reader has nothing to do
 */
public record Wait(
        Body body,
        String about,
        String what,
        String who,
        String people,
        LocalDate since,
        LocalDate due,
        boolean late,
        String link,
        String action) {}
