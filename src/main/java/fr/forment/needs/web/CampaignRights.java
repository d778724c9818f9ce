package fr.forment.needs.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import fr.forment.needs.Campaign;
import fr.forment.needs.FollowUp;
import fr.forment.needs.GridFilter;
import fr.forment.needs.GridLine;
import fr.forment.needs.Needs;
import fr.forment.needs.Survey;
import fr.forment.needs.SurveyFacts;
import fr.forment.staff.Role;
import fr.forment.staff.SignedIn;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who sees and does what. The team of the circonscription and the département's advisers read; a director sees the survey of the own school
 * only; the collectivité and the supplier see neither. What one may not see looks as if it did not exist.
 */
@Component
class CampaignRights {

    private static final Set<Role> TEAM = EnumSet.of(Role.ERUN, Role.CPC, Role.IEN, Role.SECRETAIRE);
    private static final Set<Role> EXPERTS = EnumSet.of(Role.ERUN, Role.CPC, Role.IEN);
    private static final Set<Role> ADVISERS = Set.of(Role.IEN_NUMERIQUE, Role.CPD);

    private final Needs needs;
    private final SurveyFacts facts;
    private final SignedIn me;
    private final Circonscriptions circonscriptions;
    private final Schools schools;

    CampaignRights(Needs needs, SurveyFacts facts, SignedIn me, Circonscriptions circonscriptions, Schools schools) {
        this.needs = needs;
        this.facts = facts;
        this.me = me;
        this.circonscriptions = circonscriptions;
        this.schools = schools;
    }

    /** @throws ResponseStatusException 404 when there is none to see */
    Campaign readable(long campaignId) {
        return needs.find(campaignId).filter(this::mayRead).orElseThrow(CampaignRights::unknown);
    }

    /** Like {@link #readable}, also for the team of a circonscription among several: it sees its own schools, see {@link #own}. */
    Campaign followable(long campaignId) {
        return needs.find(campaignId).filter(campaign -> mayRead(campaign) || !own(campaign).isEmpty()).orElseThrow(CampaignRights::unknown);
    }

    /** The circonscriptions of the campaign whose schools the person looks after. */
    Set<String> own(Campaign campaign) {
        Set<String> all = needs.circonscriptions(campaign.id());
        return mayRead(campaign) ? all
                : all.stream().filter(uai -> holds(TEAM, uai) || ADVISERS.stream().anyMatch(role -> me.has(role, departement(uai)))).collect(Collectors.toSet());
    }

    /** The schools the person may see, with what became of their survey. */
    List<FollowUp.Row> rows(Campaign campaign) {
        return mayRead(campaign) ? needs.followUp(campaign.id())
                : own(campaign).stream().sorted().flatMap(uai -> needs.followUp(campaign.id(), uai).stream()).toList();
    }

    /** What of the grid the person may see: all of it, or one's own circonscription, the first of several unless another of them is asked for. */
    GridFilter part(Campaign campaign, GridFilter asked) {
        Set<String> own = own(campaign);
        return mayRead(campaign) || own.contains(asked.circonscription()) ? asked
                : asked.withCirconscription(own.stream().min(Comparator.naturalOrder()).orElseThrow(CampaignRights::unknown));
    }

    /** May ask the schools of all these. */
    boolean mayPrepare(Collection<String> circonscriptionUais) {
        return !circonscriptionUais.isEmpty() && circonscriptionUais.stream().allMatch(uai -> holds(EXPERTS, uai)
                || ADVISERS.stream().anyMatch(role -> me.has(role, departement(uai))));
    }

    /** May launch, pause, give more time, choose what the schools are asked. */
    boolean mayLead(Campaign campaign) {
        return holds(EXPERTS, campaign) || ADVISERS.stream().anyMatch(role -> me.has(role, departement(campaign)));
    }

    Campaign readableOfProject(long projectId) {
        return needs.ofProject(projectId).filter(this::mayRead).orElseThrow(CampaignRights::unknown);
    }

    /** @throws ResponseStatusException 404 when there is none to see */
    Survey readableSurvey(long surveyId) {
        return needs.survey(surveyId).filter(survey -> isDirector(survey) || needs.find(survey.campaignId()).filter(this::mayRead).isPresent()
                || holds(TEAM, facts.circonscription(survey)))
                .orElseThrow(CampaignRights::unknown);
    }

    /** A circonscription's team sees its own lines; a director those of the own school, once they are settled. @throws ResponseStatusException 404 when there is none to see */
    GridLine readableLine(long campaignId, long lineId) {
        return needs.gridLine(lineId).filter(line -> line.campaignId() == campaignId)
                .filter(line -> mayRead(campaignOf(line)) || own(campaignOf(line)).contains(zone(line)) || me.has(Role.DIRECTEUR, line.schoolUai()) && campaignOf(line).state().isSettled())
                .orElseThrow(CampaignRights::unknown);
    }

    /** The circonscription of the school, or the one whose people the line is about. */
    private String zone(GridLine line) {
        return schools.find(line.schoolUai()).map(School::circonscriptionUai).orElse(line.schoolUai());
    }

    Campaign campaignOf(GridLine line) {
        return needs.find(line.campaignId()).orElseThrow(CampaignRights::unknown);
    }

    boolean mayRead(Campaign campaign) {
        return holds(TEAM, campaign) || ADVISERS.stream().anyMatch(role -> me.has(role, departement(campaign)));
    }

    /** The schools of one circonscription; those who lead the campaign, all. */
    boolean mayRemind(Campaign campaign, String circonscriptionUai) {
        return holds(TEAM, campaign) || circonscriptionUai != null && own(campaign).contains(circonscriptionUai) && holds(TEAM, circonscriptionUai);
    }

    /** Each circonscription's team corrects the figures of its own schools; those who lead the campaign, all. */
    boolean mayCorrect(Campaign campaign, GridLine line) {
        return holds(EXPERTS, campaign) || holds(EXPERTS, zone(line)) && own(campaign).contains(zone(line));
    }

    /** May have the grid computed anew; it changes only what has changed since. */
    boolean mayCompute(Campaign campaign) {
        return holds(EXPERTS, campaign) || own(campaign).stream().anyMatch(uai -> holds(EXPERTS, uai));
    }

    /** The task of the survey is open to this person. */
    boolean mayAnswer(Survey survey, Campaign campaign) {
        return survey.isSilent() && (isDirector(survey) || survey.backup() != null && me.has(survey.backup(), facts.circonscription(survey)));
    }

    /** Whose team looks after the school of the survey. */
    String zone(Survey survey) {
        return facts.circonscription(survey);
    }

    boolean isDirector(Survey survey) {
        return me.has(Role.DIRECTEUR, survey.schoolUai());
    }

    private boolean holds(Set<Role> roles, Campaign campaign) {
        return holds(roles, campaign.circonscriptionUai());
    }

    private boolean holds(Set<Role> roles, String circonscriptionUai) {
        return me.hasAny(Role.ADMIN) || roles.stream().anyMatch(role -> me.has(role, circonscriptionUai));
    }

    private String departement(Campaign campaign) {
        return departement(campaign.circonscriptionUai());
    }

    private String departement(String circonscriptionUai) {
        return circonscriptions.find(circonscriptionUai).map(Circonscription::departementCode).orElse("");
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
