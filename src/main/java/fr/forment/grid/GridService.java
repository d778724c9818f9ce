package fr.forment.grid;

import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignEvent;
import fr.forment.campaign.CampaignRepository;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsMails;
import fr.forment.campaign.ResponseRate;
import fr.forment.campaign.SchoolAnswered;
import fr.forment.campaign.SchoolAskedLate;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.survey.SurveyRepository;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Computes the grid, follows the answers that still come, and settles it when the campaign is consolidated. */
@Service
@Transactional
@RequiredArgsConstructor
public class GridService {

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final GridWriter writer;
    private final Grid grid;
    private final GridRuns underWay;
    private final GridRunService runs;
    private final Journal journal;
    private final NeedsMails mails;
    private final Needs needs;

    @Value("${forment.needs.grid-at-once:500}")
    private final int atOnce;

    /**
     * From answers, staff list, training records and hours; schools without an answer are estimated, and marked so.
     * What was corrected on the provisional grid stays corrected. The schools were counted before, a chunk at a time;
     * those that were not, are now.
     */
    public void consolidate(long campaignId) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        runs.settle(campaign);
        campaign.consolidated();
        campaigns.save(campaign);
        ResponseRate rate = needs.rate(campaignId);
        journal.add(
                campaignId,
                CampaignEvent.CONSOLIDATED,
                null,
                null,
                French.count(rate.answered(), "réponse") + ", " + French.count(rate.silent(), "école estimée"));
        Set<String> told = new TreeSet<>(needs.circonscriptions(campaignId));
        told.add(campaign.circonscriptionUai());
        mails.gridReady(campaign, rate, told);
    }

    /**
     * Computes the grid as things stand now: provisional while schools may still answer, then until the project has
     * taken it over. Each chunk is a transaction; cut off, it is simply asked for again.
     *
     * @return what changed, in French
     * @throws Refusal when there is no grid to compute now
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String compute(long campaignId) {
        runs.begin(campaignId);
        while (runs.next(campaignId)) {
            // the next chunk
        }
        return runs.end(campaignId);
    }

    /**
     * As a person asks for it from a page: at once where there are few schools, else in the background.
     *
     * @return what changed, in French; empty when it goes on in the background
     * @throws Refusal like {@link #compute}, and while it is being computed already
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<String> ask(long campaignId) {
        if (needs.opened(campaignId) <= atOnce) {
            return Optional.of(compute(campaignId));
        }
        runs.beginInBackground(campaignId);
        return Optional.empty();
    }

    /**
     * An answer that comes after its school was counted counts at once: in a grid that is shown already, and in one
     * being computed.
     */
    @EventListener
    public void on(SchoolAnswered answered) {
        count(answered.campaignId(), answered.surveyId());
    }

    private void count(long campaignId, long surveyId) {
        if (grid.computedAt(campaignId).isPresent() || underWay.find(campaignId).isPresent()) {
            Campaign campaign = campaigns.findById(campaignId).orElseThrow();
            surveys.findById(surveyId).ifPresent(survey -> writer.school(campaign, survey));
        }
    }

    /** A school that came later is in the grid from then on, estimated until it answers. */
    @EventListener
    public void on(SchoolAskedLate asked) {
        count(asked.campaignId(), asked.surveyId());
    }

    public void remindReview(long campaignId) {
        mails.reviewOverdue(campaigns.findById(campaignId).orElseThrow());
    }
}
