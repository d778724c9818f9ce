package fr.forment.campaign;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.journal.Journal;
import fr.forment.project.NeedsDue;
import fr.forment.project.Project;
import fr.forment.project.ProjectAbandoned;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import fr.forment.survey.SurveyRepository;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of a campaign, from the day the project asks for it to the day its needs are gathered. Its surveys are
 * opened and closed by {@link LaunchService}.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class CampaignService {

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final CampaignTargets targets;
    private final Calls calls;
    private final Journal journal;
    private final NeedsProcess process;
    private final NeedsMails mails;
    private final Needs needs;
    private final Projects projects;
    private final ProjectService projectService;
    private final CampaignDates dates;
    private final CampaignOverlaps overlaps;

    /** Told twice, it plans one campaign only. */
    @EventListener
    public void on(NeedsDue due) {
        if (campaigns.findByProjectId(due.projectId()).isEmpty()) {
            Project project = projects.find(due.projectId()).orElseThrow();
            Campaign campaign = campaigns.save(Campaign.of(
                    project.id(),
                    project.circonscriptionUai(),
                    project.surveyOpensOn(),
                    project.surveyDeadline(),
                    project.responseThreshold()));
            targets.define(campaign.id(), new Perimeter(Perimeter.Kind.PROJET, List.of(String.valueOf(project.id()))));
            targets.fill(campaign);
            journal.add(
                    campaign.id(),
                    CampaignEvent.PLANNED,
                    null,
                    null,
                    French.day(campaign.opensOn()) + " – " + French.day(campaign.deadline()));
            process.campaignPlanned(campaign.id());
        }
    }

    @EventListener
    public void on(ProjectAbandoned abandoned) {
        campaigns
                .findByProjectId(abandoned.projectId())
                .filter(campaign -> campaign.state() != CampaignState.INTEGREE)
                .ifPresent(campaign -> {
                    String reason = "Le projet est abandonné";
                    surveys.silent(campaign.id()).forEach(survey -> process.surveyDropped(survey.id(), reason));
                    process.campaignDropped(campaign.id(), reason);
                    journal.add(
                            campaign.id(),
                            CampaignEvent.ABANDONED,
                            reason,
                            campaign.state().label(),
                            CampaignState.ABANDONNEE.label());
                    campaign.abandon();
                    campaigns.save(campaign);
                });
    }

    /** The deadline has come, or nobody is left to wait for. True when enough schools have answered. */
    public boolean close(long campaignId) {
        Campaign campaign = lock(campaignId);
        ResponseRate rate = needs.rate(campaignId);
        campaign.close();
        campaigns.save(campaign);
        journal.add(
                campaignId,
                CampaignEvent.DEADLINE_PASSED,
                null,
                null,
                French.count(rate.answered(), "réponse") + " sur " + rate.expected());
        return rate.isReached();
    }

    public void alertIen(long campaignId) {
        Campaign campaign = campaigns.findById(campaignId).orElseThrow();
        mails.closingAsked(campaign, needs.rate(campaignId));
        mails.closingAwaited(campaign, needs.rate(campaignId), needs.leading(campaign), needs.besidesTheLead(campaign));
    }

    /**
     * What the IEN decides below the threshold.
     *
     * @return true when the deadline is moved
     * @throws Refusal when the motive or the new date is missing or does not fit
     */
    public boolean recordClosing(long campaignId, String decision, String reason, String newDeadline) {
        overlaps.oneAtATime(); // before the campaign, as whoever moves its dates from a page: two that wait for each
        // other wait for ever
        Campaign campaign = lock(campaignId);
        ResponseRate rate = needs.rate(campaignId);
        switch (decision == null ? "" : decision) {
            case "CLOSE" -> {
                String motive = Typed.required(
                        reason,
                        1000,
                        "Indiquez pourquoi la campagne peut être close avec " + French.count(rate.answered(), "réponse")
                                + " sur " + rate.expected() + ".",
                        "reason");
                journal.add(campaignId, CampaignEvent.CLOSED, motive, null, rate.percent() + " % de réponses");
                mails.closingDecided(
                        campaign, rate, needs.leading(campaign), needs.besidesTheLead(campaign), null, motive);
                return false;
            }
            case "EXTEND" -> {
                LocalDate to = dates.checkExtension(campaign, newDeadline);
                overlaps.checkExtension(campaign, to);
                mails.closingDecided(
                        campaign,
                        rate,
                        needs.leading(campaign),
                        needs.besidesTheLead(campaign),
                        to,
                        Typed.optional(reason, 1000));
                journal.add(
                        campaignId,
                        CampaignEvent.EXTENDED,
                        Typed.optional(reason, 1000),
                        French.day(campaign.deadline()),
                        French.day(to));
                campaign.extendTo(to);
                campaigns.save(campaign);
                return true;
            }
            default -> throw new Refusal("Choisissez : clore la campagne, ou repousser l'échéance.", "decision");
        }
    }

    /** @throws Refusal unless the grid is accepted */
    public void recordReview(long campaignId, boolean accepted, String remarks) {
        if (!accepted) {
            throw new Refusal(
                    "Cochez « La grille est relue ». Si un chiffre est à revoir, corrigez-le d'abord dans la grille.",
                    "accepted");
        }
        journal.add(campaignId, CampaignEvent.REVIEWED, Typed.optional(remarks, 2000), null, null);
    }

    public void integrate(long campaignId) {
        Campaign campaign = lock(campaignId);
        campaign.integrated();
        campaigns.save(campaign);
        calls.forget(campaignId);
        journal.add(
                campaignId,
                CampaignEvent.INTEGRATED,
                null,
                CampaignState.DEPOUILLEE.label(),
                CampaignState.INTEGREE.label());
        if (campaign.projectId() != null) {
            projectService.needsGathered(campaign.projectId());
        }
    }

    private Campaign lock(long campaignId) {
        return campaigns.findWithLockById(campaignId).orElseThrow();
    }
}
