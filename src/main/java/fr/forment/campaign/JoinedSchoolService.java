package fr.forment.campaign;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.Agents;
import fr.forment.project.ProjectAbandoned;
import fr.forment.project.Projects;
import fr.forment.project.opening.SchoolJoined;
import fr.forment.project.opening.SchoolLeft;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyRepository;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import fr.forment.territory.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The survey of a school that enters a project that runs, and of one that leaves it. Before the round opens, it is
 * asked with the others; while there is time, in the round that is open; otherwise apart, with a last day of its own
 * (process {@code lateSurvey}). What it answered for this project before it left still counts.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class JoinedSchoolService {

    /** The field of the page on which a school is let in. */
    private static final String FIELD = "echeance";

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final SurveyService answering;
    private final CampaignTargets targets;
    private final CampaignCounts counts;
    private final CampaignDates dates;
    private final CampaignOverlaps overlaps;
    private final LaunchService launch;
    private final NeedsProcess process;
    private final NeedsMails mails;
    private final Schools schools;
    private final Agents agents;
    private final Projects projects;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @throws Refusal where the day does not fit, or the direction has another survey in the same fortnight */
    @EventListener
    void on(SchoolJoined joined) {
        overlaps.oneAtATime();
        campaigns
                .findByProjectId(joined.projectId())
                .flatMap(campaign -> campaigns.findWithLockById(campaign.id()))
                .filter(campaign -> campaign.state() != CampaignState.ABANDONNEE)
                .ifPresent(campaign -> ask(campaign, joined));
    }

    private void ask(Campaign campaign, SchoolJoined joined) {
        Zone zone = dates.zone(campaign);
        if (campaign.state().isToCome()) {
            targets.fill(campaign);
            overlaps.check(campaign, zone);
            return;
        }
        Optional<Survey> known = surveys.findByCampaignIdAndSchoolUai(campaign.id(), joined.schoolUai());
        if (known.filter(survey -> survey.isAnswered() || survey.isSilent()).isPresent()) {
            return;
        }
        boolean apart = known.isPresent() || isRoundNearlyOver(campaign, zone);
        LocalDate due =
                apart ? dates.checkApart(zone, opening(joined), joined.surveyDue(), FIELD) : campaign.deadline();
        overlaps.neighbour(joined.schoolUai(), campaign, due).ifPresent(other -> {
            throw new Refusal(other
                    + " Une direction ne reçoit jamais deux enquêtes dans la même quinzaine : faites entrer l'école à partir du "
                    + French.day(overlaps.askableFrom(List.of(joined.schoolUai()), campaign, due)
                            .get(joined.schoolUai()))
                    + ".");
        });
        targets.add(campaign, joined.schoolUai());
        counts.expect(campaign.id(), joined.schoolUai());
        Survey survey = apart
                ? askApart(campaign, known, joined.schoolUai(), due)
                : launch.askAlso(campaign, joined.schoolUai());
        journal.add(
                campaign.id(), CampaignEvent.SCHOOL_JOINED, name(survey), null, "Au plus tard le " + French.day(due));
        events.publishEvent(new SchoolAskedLate(campaign.id(), survey.id()));
    }

    /** The day that is proposed to a school that would be asked apart; empty where it is asked with the others. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> proposedDay(long projectId) {
        return campaigns
                .findByProjectId(projectId)
                .filter(campaign -> campaign.state() != CampaignState.ABANDONNEE
                        && !campaign.state().isToCome()
                        && isRoundNearlyOver(campaign, dates.zone(campaign)))
                .map(campaign -> dates.usualApart(dates.zone(campaign)));
    }

    /** The first day on which a school may enter that another survey keeps from it today: by school. */
    @Transactional(readOnly = true)
    public Map<String, LocalDate> enterFrom(long projectId, Collection<String> uais) {
        return campaigns
                .findByProjectId(projectId)
                .filter(campaign -> campaign.state() != CampaignState.ABANDONNEE
                        && !campaign.state().isToCome())
                .map(campaign -> {
                    Map<String, LocalDate> from = overlaps.askableFrom(
                            uais, campaign, proposedDay(projectId).orElse(campaign.deadline()));
                    from.keySet().removeIf(uai -> isAskedAlready(campaign, uai));
                    return from;
                })
                .orElse(Map.of());
    }

    /** It is asked nothing more. */
    private boolean isAskedAlready(Campaign campaign, String uai) {
        return surveys.findByCampaignIdAndSchoolUai(campaign.id(), uai)
                .filter(survey -> survey.isAnswered() || survey.isSilent())
                .isPresent();
    }

    /** Too late for a school to answer with the others. */
    private boolean isRoundNearlyOver(Campaign campaign, Zone zone) {
        return campaign.state() != CampaignState.OUVERTE || campaign.deadline().isBefore(dates.earliest(zone));
    }

    private Survey askApart(Campaign campaign, Optional<Survey> known, String uai, LocalDate due) {
        LocalDate today = LocalDate.now(clock);
        Role backup = agents.directorOf(uai).isPresent() ? null : Role.IEN;
        Survey survey = known.orElseGet(() -> Survey.apart(campaign.id(), uai, today, due, backup));
        known.ifPresent(before -> before.askAgain(today, due, backup));
        Survey kept = surveys.save(survey);
        process.askedApart(kept.id());
        mails.invited(campaign, kept, school(kept));
        return kept;
    }

    /** Before its last day, unless it has answered. */
    public void recall(long surveyId) {
        Survey survey = surveys.findById(surveyId).orElseThrow();
        if (survey.isSilent()) {
            mails.recalled(campaign(survey), survey, school(survey));
        }
    }

    /** Its days are over: its need stays estimated. */
    public void closeApart(long surveyId) {
        Survey survey = surveys.findById(surveyId).orElseThrow();
        if (survey.isSilent()) {
            process.surveysClosed(List.of(surveyId));
        }
    }

    /** It is asked nothing more; what it answered stays. */
    @EventListener
    void on(SchoolLeft left) {
        campaigns
                .findByProjectId(left.projectId())
                .flatMap(campaign -> surveys.findByCampaignIdAndSchoolUai(campaign.id(), left.schoolUai()))
                .filter(Survey::isSilent)
                .ifPresent(survey -> {
                    drop(survey, "L'école est sortie du projet");
                    counts.closedSchool(survey);
                    answering.tellCampaign(survey.id());
                });
    }

    /** Where the round was over, nobody else ends what was asked since. */
    @EventListener
    void on(ProjectAbandoned abandoned) {
        campaigns
                .findByProjectId(abandoned.projectId())
                .map(campaign -> surveys.silentApart(campaign.id()))
                .orElse(List.of())
                .forEach(survey -> drop(survey, "Le projet est abandonné"));
    }

    private void drop(Survey survey, String reason) {
        process.surveyDropped(survey.id(), reason);
        process.noLongerApart(survey.id(), reason);
        survey.closeUnanswered();
        surveys.save(survey);
    }

    private LocalDate opening(SchoolJoined joined) {
        return projects.vague(joined.vagueId()).orElseThrow().opensOn();
    }

    private Campaign campaign(Survey survey) {
        return campaigns.findById(survey.campaignId()).orElseThrow();
    }

    private School school(Survey survey) {
        return schools.find(survey.schoolUai()).orElseThrow();
    }

    private String name(Survey survey) {
        return school(survey).displayName();
    }
}
