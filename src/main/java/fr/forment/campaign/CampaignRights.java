package fr.forment.campaign;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.people.TeamRights;
import fr.forment.survey.Survey;
import fr.forment.territory.Circonscription;
import java.util.Collection;
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

    private final Needs needs;
    private final SurveyFacts facts;
    private final SignedIn me;
    private final TeamRights team;

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
                : all.stream().filter(uai -> team.isOfTeamOrAdviser(uai)).collect(Collectors.toSet());
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
        return team.isExpertOrAdviser(circonscription);
    }

    /** Sees the campaigns that ask schools of this one. */
    public boolean mayFollow(Circonscription circonscription) {
        return team.isOfTeamOrAdviser(circonscription);
    }

    /** May ask the schools of all these. */
    public boolean mayPrepare(Collection<String> circonscriptionUais) {
        return !circonscriptionUais.isEmpty() && circonscriptionUais.stream().allMatch(team::isExpertOrAdviser);
    }

    /** May launch, pause, give more time, choose what the schools are asked. */
    public boolean mayLead(Campaign campaign) {
        return team.isExpertOrAdviser(campaign.circonscriptionUai());
    }

    public Campaign readableOfProject(long projectId) {
        return needs.ofProject(projectId).filter(this::mayRead).orElseThrow(CampaignRights::unknown);
    }

    /** @throws ResponseStatusException 404 when there is none to see */
    public Survey readableSurvey(long surveyId) {
        return needs.survey(surveyId)
                .filter(survey -> isDirector(survey)
                        || needs.find(survey.campaignId()).filter(this::mayRead).isPresent()
                        || team.isOfTeam(facts.circonscription(survey)))
                .orElseThrow(CampaignRights::unknown);
    }

    public boolean mayRead(Campaign campaign) {
        return team.isOfTeamOrAdviser(campaign.circonscriptionUai());
    }

    /** The schools of one circonscription; those who lead the campaign, all. */
    public boolean mayRemind(Campaign campaign, String circonscriptionUai) {
        return team.isOfTeam(campaign.circonscriptionUai())
                || circonscriptionUai != null
                        && own(campaign).contains(circonscriptionUai)
                        && team.isOfTeam(circonscriptionUai);
    }

    /** May have the grid computed anew; it changes only what has changed since. */
    public boolean mayCompute(Campaign campaign) {
        return team.isExpert(campaign.circonscriptionUai())
                || own(campaign).stream().anyMatch(team::isExpert);
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

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
