package fr.forment.needs;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Optional;

import fr.forment.staff.Role;

/** What the feature tells its processes. Each call joins the caller's transaction. */
public interface NeedsProcess {

    void campaignPlanned(long campaignId);

    void surveysOpened(Collection<Long> surveyIds);

    /** Nobody is left to wait for. */
    void everySchoolHeard(long campaignId);

    /** The school did not answer in time. False when its case does not wait any more. */
    boolean surveyClosed(long surveyId);

    /** The survey has no object any more. */
    void surveyDropped(long surveyId, String reason);

    void campaignDropped(long campaignId, String reason);

    /** The task is now also open to these people. */
    void entrusted(long surveyId, Role role, String perimeter);

    void postponed(Collection<Long> surveyIds, LocalDateTime due);

    /** Where the survey is answered, from the root of the application; empty when it is not open. */
    Optional<String> answerLink(long surveyId);
}
