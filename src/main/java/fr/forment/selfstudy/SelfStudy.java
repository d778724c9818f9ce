package fr.forment.selfstudy;

import java.time.LocalDate;

/**
 * A module to follow alone.
 *
 * @param vagueId whose schools; null for the circonscription's own people
 * @param dueOn last day to follow it
 */
public record SelfStudy(
        long id,
        long projectId,
        Long vagueId,
        String circonscriptionUai,
        String moduleCode,
        int minutes,
        LocalDate openedOn,
        LocalDate dueOn) {}
