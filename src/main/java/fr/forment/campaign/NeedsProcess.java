package fr.forment.campaign;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.Processes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What the feature tells its processes. Each call joins the caller's transaction. Instances may wait at these names for
 * weeks, so they are never renamed.
 */
@Component
@RequiredArgsConstructor
public class NeedsProcess {

    public static final String SURVEY = "needsSurvey";
    public static final String ANSWER = "answer";

    private static final String CAMPAIGN = "needsCampaign";
    private static final String LATE = "lateSurvey";
    private static final String CALCULATION = "gridCalculation";

    private final Processes processes;
    private final OpenTasks tasks;
    private final ApplicationEventPublisher events;

    public void campaignPlanned(long campaignId) {
        processes.start(CAMPAIGN, campaignId);
    }

    /** Before it opens, its dates or schools are others: it waits for the new day. */
    public void campaignReplanned(long campaignId) {
        if (!processes.tell("needsCampaign.replanned", CAMPAIGN, campaignId)) {
            campaignDropped(campaignId, "Reprogrammée"); // not at its wait yet
            campaignPlanned(campaignId);
        }
    }

    /** It will not open. */
    public void campaignCalledOff(long campaignId, String reason) {
        if (!processes.tell("needsCampaign.calledOff", CAMPAIGN, campaignId)) {
            campaignDropped(campaignId, reason);
        }
    }

    public void surveysOpened(Collection<Long> surveyIds) {
        processes.startAll(SURVEY, surveyIds);
    }

    /** Asked apart from the round: its reminder and its last day are its own. Asked again, they begin anew. */
    public void askedApart(long surveyId) {
        processes.end(LATE, surveyId, "Enquête demandée à nouveau");
        processes.start(SURVEY, surveyId);
        processes.start(LATE, surveyId);
    }

    /** Neither its reminder nor its last day matters any more. */
    public void noLongerApart(long surveyId, String reason) {
        processes.end(LATE, surveyId, reason);
    }

    /** Nobody is left to wait for. */
    public void everySchoolHeard(long campaignId) {
        processes.tell("needsCampaign.allAnswered", CAMPAIGN, campaignId);
    }

    /** These schools did not answer in time. Answers those whose case does not wait any more. */
    public List<Long> surveysClosed(Collection<Long> surveyIds) {
        events.publishEvent(new SurveysEnding(SURVEY, surveyIds));
        return processes.together(() -> surveyIds.stream()
                .filter(id -> !processes.tell("needsSurvey.closed", SURVEY, id))
                .toList());
    }

    /** No letter leaves until it goes on. False when it does not wait for answers just now. */
    public boolean campaignPaused(long campaignId) {
        return processes.tell("needsCampaign.paused", CAMPAIGN, campaignId);
    }

    public void campaignResumed(long campaignId) {
        processes.tell("needsCampaign.resumed", CAMPAIGN, campaignId);
    }

    /** There is a new deadline while schools still answer. False when it does not wait for answers just now. */
    public boolean deadlineMoved(long campaignId) {
        return processes.tell("needsCampaign.deadlineMoved", CAMPAIGN, campaignId);
    }

    /** The survey has no object any more. */
    public void surveyDropped(long surveyId, String reason) {
        events.publishEvent(new SurveysEnding(SURVEY, List.of(surveyId)));
        processes.end(SURVEY, surveyId, reason);
    }

    public void campaignDropped(long campaignId, String reason) {
        processes.end(CAMPAIGN, campaignId, reason);
    }

    /** Somebody asks for a large grid: it is computed in the background. */
    public void calculationAsked(long campaignId) {
        processes.start(CALCULATION, campaignId);
    }

    public boolean isCalculating(long campaignId) {
        return processes.isRunning(CALCULATION, campaignId);
    }

    /** The task is now also open to these people. */
    public void entrusted(long surveyId, Role role, String perimeter) {
        tasks.addCandidateGroup(SURVEY, surveyId, ANSWER, Groups.of(role, perimeter));
    }

    /** The same for several surveys. */
    public void entrusted(Map<Long, Reader> surveys) {
        processes.together(() -> {
            surveys.forEach((id, reader) -> entrusted(id, reader.role(), reader.perimeter()));
            return null;
        });
    }

    /** Those who hold a role for a perimeter. */
    public record Reader(Role role, String perimeter) {}

    public void postponed(Collection<Long> surveyIds, Instant due) {
        processes.together(() -> {
            surveyIds.forEach(id -> tasks.postpone(SURVEY, id, ANSWER, due));
            return null;
        });
    }

    /** Where the survey is answered, from the root of the application; empty when it is not open. */
    public Optional<String> answerLink(long surveyId) {
        return tasks.link(SURVEY, surveyId, ANSWER);
    }
}
