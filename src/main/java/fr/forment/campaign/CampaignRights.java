package fr.forment.campaign;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.survey.Survey;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who sees and does what. The team of the circonscription and the département's advisers read; a director sees the
 * survey of the own school only; the collectivité and the supplier see neither. What one may not see looks as if it did
 * not exist.
 */
@Component
@RequiredArgsConstructor
public class CampaignRights {

    private static final Set<Role> TEAM = EnumSet.of(Role.ERUN, Role.CPC, Role.IEN, Role.SECRETAIRE);
    private static final Set<Role> EXPERTS = EnumSet.of(Role.ERUN, Role.CPC, Role.IEN);
    private static final Set<Role> ADVISERS = Set.of(Role.IEN_NUMERIQUE, Role.CPD);

    private final Needs needs;
    private final SurveyFacts facts;
    private final SignedIn me;
    private final Circonscriptions circonscriptions;

    /** @throws ResponseStatusException 404 when there is none to see */
    public Campaign readable(long campaignId) {
        return needs.find(campaignId).filter(this::mayRead).orElseThrow(CampaignRights::unknown);
    }

    /**
     * Like {@link #readable}, also for the team of a circonscription among several: it sees its own schools, see
     * {@link #own}.
     */
    public Campaign followable(long campaignId) {
        return needs.find(campaignId)
                .filter(campaign -> mayRead(campaign) || !own(campaign).isEmpty())
                .orElseThrow(CampaignRights::unknown);
    }

    /** The circonscriptions of the campaign whose schools the person looks after. */
    public Set<String> own(Campaign campaign) {
        Set<String> all = needs.circonscriptions(campaign.id());
        return mayRead(campaign)
                ? all
                : all.stream()
                        .filter(uai ->
                                holds(TEAM, uai) || ADVISERS.stream().anyMatch(role -> me.has(role, departement(uai))))
                        .collect(Collectors.toSet());
    }

    /** The schools the person may see, with what became of their survey. */
    public List<FollowUp.Row> rows(Campaign campaign) {
        return mayRead(campaign)
                ? needs.followUp(campaign.id())
                : own(campaign).stream()
                        .sorted()
                        .flatMap(uai -> needs.followUp(campaign.id(), uai).stream())
                        .toList();
    }

    /** May ask the schools of this one. */
    public boolean mayPrepare(Circonscription circonscription) {
        return holds(EXPERTS, circonscription.uai())
                || ADVISERS.stream().anyMatch(role -> me.has(role, circonscription.departementCode()));
    }

    /** Sees the campaigns that ask schools of this one. */
    public boolean mayFollow(Circonscription circonscription) {
        return holds(TEAM, circonscription.uai())
                || ADVISERS.stream().anyMatch(role -> me.has(role, circonscription.departementCode()));
    }

    /** May ask the schools of all these. */
    public boolean mayPrepare(Collection<String> circonscriptionUais) {
        return !circonscriptionUais.isEmpty()
                && circonscriptionUais.stream()
                        .allMatch(uai -> holds(EXPERTS, uai)
                                || ADVISERS.stream().anyMatch(role -> me.has(role, departement(uai))));
    }

    /** May launch, pause, give more time, choose what the schools are asked. */
    public boolean mayLead(Campaign campaign) {
        return holds(EXPERTS, campaign) || ADVISERS.stream().anyMatch(role -> me.has(role, departement(campaign)));
    }

    public Campaign readableOfProject(long projectId) {
        return needs.ofProject(projectId).filter(this::mayRead).orElseThrow(CampaignRights::unknown);
    }

    /** @throws ResponseStatusException 404 when there is none to see */
    public Survey readableSurvey(long surveyId) {
        return needs.survey(surveyId)
                .filter(survey -> isDirector(survey)
                        || needs.find(survey.campaignId()).filter(this::mayRead).isPresent()
                        || holds(TEAM, facts.circonscription(survey)))
                .orElseThrow(CampaignRights::unknown);
    }

    public boolean mayRead(Campaign campaign) {
        return holds(TEAM, campaign) || ADVISERS.stream().anyMatch(role -> me.has(role, departement(campaign)));
    }

    /** The schools of one circonscription; those who lead the campaign, all. */
    public boolean mayRemind(Campaign campaign, String circonscriptionUai) {
        return holds(TEAM, campaign)
                || circonscriptionUai != null
                        && own(campaign).contains(circonscriptionUai)
                        && holds(TEAM, circonscriptionUai);
    }

    /** May have the grid computed anew; it changes only what has changed since. */
    public boolean mayCompute(Campaign campaign) {
        return holds(EXPERTS, campaign) || own(campaign).stream().anyMatch(uai -> holds(EXPERTS, uai));
    }

    /** The task of the survey is open to this person. */
    public boolean mayAnswer(Survey survey, Campaign campaign) {
        return survey.isSilent()
                && (isDirector(survey)
                        || survey.backup() != null && me.has(survey.backup(), facts.circonscription(survey)));
    }

    /** Whose team looks after the school of the survey. */
    public String zone(Survey survey) {
        return facts.circonscription(survey);
    }

    public boolean isDirector(Survey survey) {
        return me.has(Role.DIRECTEUR, survey.schoolUai());
    }

    /** The circonscription's own experts: its E-RUN, CPC and IEN. */
    public boolean isExpertIn(String circonscriptionUai) {
        return holds(EXPERTS, circonscriptionUai);
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
        return circonscriptions
                .find(circonscriptionUai)
                .map(Circonscription::departementCode)
                .orElse("");
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
