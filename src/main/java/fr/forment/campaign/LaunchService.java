package fr.forment.campaign;

import fr.forment.database.TableStatistics;
import fr.forment.journal.Journal;
import fr.forment.post.MassCorrespondence;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyRepository;
import fr.forment.territory.ByZone;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.SchoolClosed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the surveys of a campaign and closes those left open, a chunk at a time, one transaction each. Each chunk goes
 * on where the last one that was written stopped, so it can be cut off anywhere: no school is asked twice (a unique key
 * says so) and none is left out.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class LaunchService {

    private static final List<String> WRITTEN = List.of("survey", "outbox_mail");

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final CampaignTargets targets;
    private final CampaignCounts counts;
    private final Journal journal;
    private final Glance glance;
    private final NeedsProcess process;
    private final NeedsLetters letters;
    private final MassCorrespondence correspondence;
    private final TableStatistics statistics;
    private final Clock clock;

    @Value("${forment.needs.chunk:100}")
    private final int chunk;

    private final PlaceClocks clocks;

    /** Asks the next schools, at most one chunk. True while some are left. */
    public boolean openSurveys(long campaignId) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        if (campaign.state() == CampaignState.PROGRAMMEE) {
            targets.fill(campaign);
            counts.begin(campaignId);
            journal.add(
                    campaignId, CampaignEvent.OPENED, null, campaign.state().label(), CampaignState.OUVERTE.label());
            campaign.open();
        }
        List<String> next = targets.next(campaign, chunk + 1);
        List<String> some = next.subList(0, Math.min(chunk, next.size()));
        if (!some.isEmpty()) {
            ask(campaign, some);
            campaign.openedUpTo(some.get(some.size() - 1));
        }
        campaigns.save(campaign);
        return next.size() > chunk;
    }

    private void ask(Campaign campaign, List<String> uais) {
        LocalDate today = LocalDate.now(clock);
        targets.ask(
                campaign, uais, ByZone.of("invited", "DATE", "m.zone", "d.code", correspondence::departureDay), today);
        List<Survey> opened = surveys.ofSchools(campaign.id(), uais);
        List<Long> ids = opened.stream().map(Survey::id).toList();
        glance.over(campaign, opened, () -> process.surveysOpened(ids));
        letters.invited(campaign, opened, today);
        statistics.keepUp(WRITTEN);
    }

    /** One school more, while the round is open. */
    Survey askAlso(Campaign campaign, String uai) {
        ask(campaign, List.of(uai));
        return surveys.findByCampaignIdAndSchoolUai(campaign.id(), uai).orElseThrow();
    }

    /** Tells the surveys still open that they are closed, at most one chunk of them. True while some are left. */
    public boolean closeSurveys(long campaignId) {
        List<Survey> some = surveys.someSilent(campaignId, chunk);
        List<Survey> gone = process.surveysClosed(some.stream().map(Survey::id).toList()).stream()
                .flatMap(id -> some.stream().filter(survey -> survey.id().equals(id)))
                .toList();
        gone.forEach(survey -> {
            process.surveyDropped(survey.id(), "La campagne est dépouillée");
            survey.closeUnanswered();
        });
        surveys.saveAll(gone);
        statistics.keepUp(WRITTEN);
        return !surveys.someSilent(campaignId, 1).isEmpty();
    }

    /** Tells the open tasks the new deadline, at most one chunk of them. True while some are left. */
    public boolean postponeSurveys(long campaignId) {
        Campaign campaign = campaigns.findById(campaignId).orElseThrow();
        List<Long> some = surveys.dueEarlier(campaignId, campaign.deadline(), chunk + 1);
        List<Long> now = some.subList(0, Math.min(chunk, some.size()));
        if (!now.isEmpty()) {
            process.postponed(now, clocks.instant(campaign.circonscriptionUai(), campaign.deadlineTime()));
            surveys.noteDue(now, campaign.deadline());
        }
        return some.size() > chunk;
    }

    /** Closed before it was asked: it is not expected any more. */
    @EventListener
    public void on(SchoolClosed closed) {
        targets.drop(closed.uai());
    }
}
