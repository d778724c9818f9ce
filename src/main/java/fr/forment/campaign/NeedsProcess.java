package fr.forment.campaign;

import fr.forment.account.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the feature tells its processes. Each call joins the caller's transaction. */
public interface NeedsProcess {

    void campaignPlanned(long campaignId);

    /** Before it opens, its dates or schools are others: it waits for the new day. */
    void campaignReplanned(long campaignId);

    /** It will not open. */
    void campaignCalledOff(long campaignId, String reason);

    void surveysOpened(Collection<Long> surveyIds);

    /** Nobody is left to wait for. */
    void everySchoolHeard(long campaignId);

    /** These schools did not answer in time. Answers those whose case does not wait any more. */
    List<Long> surveysClosed(Collection<Long> surveyIds);

    /** No letter leaves until it goes on. False when it does not wait for answers just now. */
    boolean campaignPaused(long campaignId);

    void campaignResumed(long campaignId);

    /** There is a new deadline while schools still answer. False when it does not wait for answers just now. */
    boolean deadlineMoved(long campaignId);

    /** The survey has no object any more. */
    void surveyDropped(long surveyId, String reason);

    void campaignDropped(long campaignId, String reason);

    /** Somebody asks for a large grid: it is computed in the background. */
    void calculationAsked(long campaignId);

    boolean isCalculating(long campaignId);

    /** The task is now also open to these people. */
    void entrusted(long surveyId, Role role, String perimeter);

    /** The same for several surveys. */
    void entrusted(Map<Long, Reader> surveys);

    /** Those who hold a role for a perimeter. */
    record Reader(Role role, String perimeter) {}

    void postponed(Collection<Long> surveyIds, Instant due);

    /** Where the survey is answered, from the root of the application; empty when it is not open. */
    Optional<String> answerLink(long surveyId);
}
