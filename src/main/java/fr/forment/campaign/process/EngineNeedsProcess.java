package fr.forment.campaign.process;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.campaign.NeedsProcess;
import fr.forment.campaign.SurveysEnding;
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

/** {@link NeedsProcess} spoken to the engine. */
@Component
@RequiredArgsConstructor
class EngineNeedsProcess implements NeedsProcess {

    private final Processes processes;
    private final OpenTasks tasks;
    private final ApplicationEventPublisher events;

    @Override
    public void campaignPlanned(long campaignId) {
        processes.start(NeedsModel.CAMPAIGN, key(campaignId));
    }

    @Override
    public void campaignReplanned(long campaignId) {
        if (!processes.tell(NeedsModel.REPLANNED, NeedsModel.CAMPAIGN, key(campaignId))) {
            campaignDropped(campaignId, "Reprogrammée"); // not at its wait yet
            campaignPlanned(campaignId);
        }
    }

    @Override
    public void campaignCalledOff(long campaignId, String reason) {
        if (!processes.tell(NeedsModel.CALLED_OFF, NeedsModel.CAMPAIGN, key(campaignId))) {
            campaignDropped(campaignId, reason);
        }
    }

    @Override
    public void surveysOpened(Collection<Long> surveyIds) {
        processes.startAll(
                NeedsModel.SURVEY,
                surveyIds.stream().map(EngineNeedsProcess::key).toList());
    }

    @Override
    public void everySchoolHeard(long campaignId) {
        processes.tell(NeedsModel.ALL_ANSWERED, NeedsModel.CAMPAIGN, key(campaignId));
    }

    @Override
    public List<Long> surveysClosed(Collection<Long> surveyIds) {
        events.publishEvent(new SurveysEnding(NeedsModel.SURVEY, surveyIds));
        return processes.together(() -> surveyIds.stream()
                .filter(id -> !processes.tell(NeedsModel.CLOSED, NeedsModel.SURVEY, key(id)))
                .toList());
    }

    @Override
    public boolean campaignPaused(long campaignId) {
        return processes.tell(NeedsModel.PAUSED, NeedsModel.CAMPAIGN, key(campaignId));
    }

    @Override
    public void campaignResumed(long campaignId) {
        processes.tell(NeedsModel.RESUMED, NeedsModel.CAMPAIGN, key(campaignId));
    }

    @Override
    public boolean deadlineMoved(long campaignId) {
        return processes.tell(NeedsModel.DEADLINE_MOVED, NeedsModel.CAMPAIGN, key(campaignId));
    }

    @Override
    public void surveyDropped(long surveyId, String reason) {
        events.publishEvent(new SurveysEnding(NeedsModel.SURVEY, List.of(surveyId)));
        processes.end(NeedsModel.SURVEY, key(surveyId), reason);
    }

    @Override
    public void campaignDropped(long campaignId, String reason) {
        processes.end(NeedsModel.CAMPAIGN, key(campaignId), reason);
    }

    @Override
    public void calculationAsked(long campaignId) {
        processes.start(NeedsModel.CALCULATION, key(campaignId));
    }

    @Override
    public boolean isCalculating(long campaignId) {
        return processes.isRunning(NeedsModel.CALCULATION, key(campaignId));
    }

    @Override
    public void entrusted(long surveyId, Role role, String perimeter) {
        tasks.addCandidateGroup(NeedsModel.SURVEY, key(surveyId), NeedsModel.ANSWER, Groups.of(role, perimeter));
    }

    @Override
    public void entrusted(Map<Long, Reader> surveys) {
        processes.together(() -> {
            surveys.forEach((id, reader) -> entrusted(id, reader.role(), reader.perimeter()));
            return null;
        });
    }

    @Override
    public void postponed(Collection<Long> surveyIds, Instant due) {
        processes.together(() -> {
            surveyIds.forEach(id -> tasks.postpone(NeedsModel.SURVEY, key(id), NeedsModel.ANSWER, due));
            return null;
        });
    }

    @Override
    public Optional<String> answerLink(long surveyId) {
        return tasks.link(NeedsModel.SURVEY, key(surveyId), NeedsModel.ANSWER);
    }

    private static String key(long id) {
        return String.valueOf(id);
    }
}
