package fr.forment.project;

import java.time.ZonedDateTime;

/**
 * One line of a project's history.
 *
 * @param vagueId null unless it concerns one vague
 * @param schoolUai null unless it concerns one school
 * @param actor login of the person; null when the house acted by itself
 * @param why French, may be null
 * @param before code of the state left, or null
 * @param after code of the state entered, or null
 */
public record ProjectEvent(
        long id,
        long projectId,
        Long vagueId,
        String schoolUai,
        ZonedDateTime at,
        String actor,
        Milestone what,
        String why,
        String before,
        String after) {}
