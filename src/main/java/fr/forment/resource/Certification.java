package fr.forment.resource;

import java.time.LocalDate;

/**
 * The inspector's word on whether somebody may lead a module.
 *
 * @param granted false: it is withdrawn, whatever function and trainings say
 * @param decidedBy signature
 */
public record Certification(
        long id,
        long agentId,
        String moduleCode,
        boolean granted,
        DaySpan period,
        String decidedBy,
        LocalDate decidedOn) {

    /** @param module as people call it */
    public String words(String module) {
        return module + ", " + (granted ? "habilitation" : "retrait") + " " + period.words();
    }
}
