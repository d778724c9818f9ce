package fr.forment.needs;

import java.util.List;

import fr.forment.engine.Refusal;
import fr.forment.staff.SignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Computes the grid, follows the answers that still come, and settles it when the campaign is consolidated. */
@Service
@Transactional
public class GridService {

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final GridWriter writer;
    private final Grid grid;
    private final CampaignHistory history;
    private final NeedsMails mails;
    private final Needs needs;
    private final SignedIn me;

    GridService(CampaignRepository campaigns, SurveyRepository surveys, GridWriter writer, Grid grid, CampaignHistory history, NeedsMails mails,
            Needs needs, SignedIn me) {
        this.campaigns = campaigns;
        this.surveys = surveys;
        this.writer = writer;
        this.grid = grid;
        this.history = history;
        this.mails = mails;
        this.needs = needs;
        this.me = me;
    }

    /**
     * From answers, staff list, training records and hours; schools without an answer are estimated, and marked so. What was corrected on
     * the provisional grid stays corrected.
     */
    public void consolidate(long campaignId) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        writer.whole(campaign, null);
        campaign.consolidated();
        campaigns.save(campaign);
        ResponseRate rate = needs.rate(campaignId);
        history.add(campaignId, CampaignEvent.CONSOLIDATED, null, null, rate.answered() + " réponses, " + rate.silent() + " écoles estimées");
        mails.gridReady(campaign, rate);
    }

    /**
     * Computes the grid as things stand now: provisional while schools may still answer, then until the project has taken it over.
     *
     * @return what changed, in French
     * @throws Refusal before the schools are asked, and once the project has taken the grid over
     */
    public String compute(long campaignId) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        if (!campaign.state().hasGrid()) {
            throw new Refusal(campaign.state() == CampaignState.INTEGREE ? GridCorrectionService.TAKEN_OVER
                    : "La grille se calcule quand l'enquête est ouverte : elle ne l'est pas encore, ou elle a été abandonnée.");
        }
        GridWriter.Outcome outcome = writer.whole(campaign, me.login());
        String done = outcome.added() + " lignes nouvelles, " + outcome.changed() + " changées, " + outcome.gone() + " retirées";
        history.add(campaignId, CampaignEvent.COMPUTED, null, null, done);
        return done;
    }

    /** A late answer counts at once in a grid that is shown already. */
    @EventListener
    public void on(SchoolAnswered answered) {
        if (grid.computedAt(answered.campaignId()).isPresent()) {
            Campaign campaign = campaigns.findById(answered.campaignId()).orElseThrow();
            List<Survey> survey = surveys.findById(answered.surveyId()).stream().toList();
            survey.forEach(each -> writer.school(campaign, each));
        }
    }

    public void remindReview(long campaignId) {
        mails.reviewOverdue(campaigns.findById(campaignId).orElseThrow());
    }
}
