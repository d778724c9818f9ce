package fr.forment.plan.words;

import java.time.LocalDate;
import java.util.List;

/**
 * A line of the plan and its session: people planned, people enrolled.
 *
 * @param day of the session, which may have been put off
 * @param state of the session, in French
 * @param gaps where the two differ, or where people have no place
 */
public record LineFollowUp(
        int line,
        String moduleCode,
        LocalDate day,
        long sessionId,
        String state,
        int planned,
        int enrolled,
        List<Gap> gaps) {

    /**
     * @param schoolUai empty for the circonscription's own people
     * @param reasons in French, each with its number of people
     */
    public record Gap(String schoolUai, int planned, int enrolled, List<String> reasons) {}
}
