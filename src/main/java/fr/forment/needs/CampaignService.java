package fr.forment.needs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import fr.forment.engine.Refusal;
import fr.forment.project.NeedsDue;
import fr.forment.project.Project;
import fr.forment.project.ProjectAbandoned;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import fr.forment.staff.Agent;
import fr.forment.staff.AgentFunction;
import fr.forment.staff.Agents;
import fr.forment.staff.Role;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of a campaign, from the day the project asks for it to the day its needs are gathered. Schools are opened and closed in chunks,
 * one transaction each.
 */
@Service
@Transactional
public class CampaignService {

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final CampaignHistory history;
    private final NeedsProcess process;
    private final NeedsMails mails;
    private final Needs needs;
    private final Projects projects;
    private final ProjectService projectService;
    private final Schools schools;
    private final Agents agents;
    private final CampaignDates dates;
    private final Clock clock;
    private final int chunk;

    CampaignService(CampaignRepository campaigns, SurveyRepository surveys, CampaignHistory history, NeedsProcess process, NeedsMails mails,
            Needs needs, Projects projects, ProjectService projectService, Schools schools, Agents agents, CampaignDates dates, Clock clock,
            @Value("${forment.needs.chunk:100}") int chunk) {
        this.campaigns = campaigns;
        this.surveys = surveys;
        this.history = history;
        this.process = process;
        this.mails = mails;
        this.needs = needs;
        this.projects = projects;
        this.projectService = projectService;
        this.schools = schools;
        this.agents = agents;
        this.dates = dates;
        this.clock = clock;
        this.chunk = chunk;
    }

    /** Told twice, it plans one campaign only. */
    @EventListener
    public void on(NeedsDue due) {
        if (campaigns.findByProjectId(due.projectId()).isEmpty()) {
            Project project = projects.find(due.projectId()).orElseThrow();
            Campaign campaign = campaigns.save(Campaign.of(project.id(), project.circonscriptionUai(), project.surveyOpensOn(),
                    project.surveyDeadline(), project.responseThreshold()));
            history.add(campaign.id(), CampaignEvent.PLANNED, null, null, FrenchDates.full(campaign.opensOn()) + " – " + FrenchDates.full(campaign.deadline()));
            process.campaignPlanned(campaign.id());
        }
    }

    @EventListener
    public void on(ProjectAbandoned abandoned) {
        campaigns.findByProjectId(abandoned.projectId()).filter(campaign -> campaign.state() != CampaignState.INTEGREE).ifPresent(campaign -> {
            String reason = "Le projet est abandonné";
            surveys.silent(campaign.id()).forEach(survey -> process.surveyDropped(survey.id(), reason));
            process.campaignDropped(campaign.id(), reason);
            history.add(campaign.id(), CampaignEvent.ABANDONED, reason, campaign.state().label(), CampaignState.ABANDONNEE.label());
            campaign.abandon();
            campaigns.save(campaign);
        });
    }

    /** Asks the next schools, at most one chunk; run again after a crash, it asks nobody twice. True while some are left. */
    public boolean openSurveys(long campaignId) {
        Campaign campaign = lock(campaignId);
        if (campaign.state() == CampaignState.PROGRAMMEE) {
            history.add(campaignId, CampaignEvent.OPENED, null, campaign.state().label(), CampaignState.OUVERTE.label());
        }
        campaign.open();
        campaigns.save(campaign);
        Set<String> asked = surveys.ofCampaign(campaignId).stream().map(Survey::schoolUai).collect(Collectors.toCollection(HashSet::new));
        List<String> left = projects.schools(campaign.projectId()).stream().filter(uai -> !asked.contains(uai)).toList();
        var some = schools.findAll(left.subList(0, Math.min(chunk, left.size())));
        List<Survey> opened = surveys.saveAll(some.values().stream().map(school -> invite(campaign, school, directed(campaign))).toList());
        process.surveysOpened(opened.stream().map(Survey::id).toList());
        opened.forEach(survey -> mails.invited(campaign, survey, some.get(survey.schoolUai())));
        return left.size() > chunk;
    }

    private Survey invite(Campaign campaign, School school, Set<String> directed) {
        Survey survey = Survey.of(campaign.id(), school.uai(), LocalDate.now(clock));
        if (!directed.contains(school.uai())) {
            survey.entrustTo(Role.IEN);
        }
        return survey;
    }

    private Set<String> directed(Campaign campaign) {
        return agents.withFunction(campaign.circonscriptionUai(), AgentFunction.DIRECTEUR).stream().map(Agent::schoolUai)
                .filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The deadline has come, or nobody is left to wait for. True when enough schools have answered. */
    public boolean close(long campaignId) {
        Campaign campaign = lock(campaignId);
        ResponseRate rate = needs.rate(campaignId);
        campaign.close();
        campaigns.save(campaign);
        history.add(campaignId, CampaignEvent.DEADLINE_PASSED, null, null, rate.answered() + " réponses sur " + rate.expected());
        return rate.isReached();
    }

    public void alertIen(long campaignId) {
        mails.closingAsked(campaigns.findById(campaignId).orElseThrow(), needs.rate(campaignId));
    }

    /**
     * What the IEN decides below the threshold.
     *
     * @return true when the deadline is moved
     * @throws Refusal when the motive or the new date is missing or does not fit
     */
    public boolean recordClosing(long campaignId, String decision, String reason, String newDeadline) {
        Campaign campaign = lock(campaignId);
        ResponseRate rate = needs.rate(campaignId);
        switch (decision == null ? "" : decision) {
            case "CLOSE" -> {
                String motive = Texts.required(reason, 1000, "Indiquez pourquoi la campagne peut être close avec " + rate.answered()
                        + " réponses sur " + rate.expected() + ".");
                history.add(campaignId, CampaignEvent.CLOSED, motive, null, rate.percent() + " % de réponses");
                return false;
            }
            case "EXTEND" -> {
                LocalDate to = dates.checkExtension(campaign, newDeadline);
                history.add(campaignId, CampaignEvent.EXTENDED, Texts.optional(reason, 1000), FrenchDates.full(campaign.deadline()), FrenchDates.full(to));
                campaign.extendTo(to);
                campaigns.save(campaign);
                process.postponed(surveys.silent(campaignId).stream().map(Survey::id).toList(), campaign.deadlineTime());
                return true;
            }
            default -> throw new Refusal("Choisissez : clore la campagne, ou repousser l'échéance.");
        }
    }

    /** Tells the surveys still open that they are closed, at most one chunk of them. True while some are left. */
    public boolean closeSurveys(long campaignId) {
        for (Survey survey : surveys.someSilent(campaignId, chunk)) {
            if (!process.surveyClosed(survey.id())) {
                process.surveyDropped(survey.id(), "La campagne est dépouillée");
                survey.closeUnanswered();
                surveys.save(survey);
            }
        }
        return !surveys.someSilent(campaignId, 1).isEmpty();
    }

    /** @throws Refusal unless the grid is accepted */
    public void recordReview(long campaignId, boolean accepted, String remarks) {
        if (!accepted) {
            throw new Refusal("Cochez « La grille est relue ». Si un chiffre est à revoir, corrigez-le d'abord dans la grille.");
        }
        history.add(campaignId, CampaignEvent.REVIEWED, Texts.optional(remarks, 2000), null, null);
    }

    public void integrate(long campaignId) {
        Campaign campaign = lock(campaignId);
        campaign.integrated();
        campaigns.save(campaign);
        history.add(campaignId, CampaignEvent.INTEGRATED, null, CampaignState.DEPOUILLEE.label(), CampaignState.INTEGREE.label());
        projectService.needsGathered(campaign.projectId());
    }

    private Campaign lock(long campaignId) {
        return campaigns.findWithLockById(campaignId).orElseThrow();
    }
}
