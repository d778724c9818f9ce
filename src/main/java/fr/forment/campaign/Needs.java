package fr.forment.campaign;

import fr.forment.database.Slice;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.survey.Answers;
import fr.forment.survey.Question;
import fr.forment.survey.SchoolWishes;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyAnswer;
import fr.forment.survey.SurveyAnswers;
import fr.forment.survey.SurveyRepository;
import fr.forment.survey.Tally;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads campaigns and what schools answered. */
@Component
@RequiredArgsConstructor
public class Needs {

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final SurveyAnswers answers;
    private final Journal journal;
    private final FollowUp followUp;
    private final CampaignCounts counts;
    private final CampaignTargets targets;
    private final Circonscriptions circonscriptions;

    public Optional<Campaign> find(long campaignId) {
        return campaigns.findById(campaignId);
    }

    public Optional<Campaign> ofProject(long projectId) {
        return campaigns.findByProjectId(projectId);
    }

    /** By commune and name of the school. */
    public List<Survey> surveys(long campaignId) {
        return surveys.ofCampaign(campaignId);
    }

    public Optional<Survey> survey(long surveyId) {
        return surveys.findById(surveyId);
    }

    /** All that these schools were ever asked, the latest first. */
    public List<Survey> surveysOf(Collection<String> schoolUais) {
        return schoolUais.isEmpty() ? List.of() : surveys.everOf(schoolUais);
    }

    public Optional<SurveyAnswer> answer(long surveyId) {
        return answers.find(surveyId);
    }

    /** By survey. */
    public Map<Long, SurveyAnswer> answers(long campaignId) {
        return answers.ofCampaign(campaignId);
    }

    /** Of these surveys; by survey. */
    public Map<Long, SurveyAnswer> answersTo(Collection<Long> surveyIds) {
        return answers.of(surveyIds);
    }

    /** What schools said to each of these questions. */
    public List<Tally> tallies(List<Question> questions, Collection<SurveyAnswer> given) {
        return questions.stream().map(question -> Tally.of(question, given)).toList();
    }

    /** The schools of a campaign with what became of their survey, by commune and name. */
    public List<FollowUp.Row> followUp(long campaignId) {
        return followUp.rows(campaignId, null);
    }

    /** The same for one circonscription of the campaign. */
    public List<FollowUp.Row> followUp(long campaignId, String circonscriptionUai) {
        return followUp.rows(campaignId, circonscriptionUai);
    }

    public List<ZoneRate> zones(long campaignId) {
        return counts.byCirconscription(campaignId);
    }

    /** @param circonscriptionUais whose schools; null: all. {@code expected}: how many of these are asked */
    public AnswerPace pace(long campaignId, int expected, Collection<String> circonscriptionUais) {
        return AnswerPace.of(expected, followUp.answered(campaignId, circonscriptionUais));
    }

    /** Of these circonscriptions together. */
    public ResponseRate rate(Campaign campaign, Collection<ZoneRate> zones) {
        return ResponseRate.of(zones, campaign.threshold());
    }

    /** The circonscriptions asked besides the one that leads. */
    List<ZoneRate> besidesTheLead(Campaign campaign) {
        return zones(campaign.id()).stream()
                .filter(zone -> !zone.uai().equals(campaign.circonscriptionUai()))
                .toList();
    }

    /** Short name of the circonscription that leads. */
    public String leading(Campaign campaign) {
        return circonscriptions
                .find(campaign.circonscriptionUai())
                .map(Circonscription::shortName)
                .orElse("");
    }

    public int opened(long campaignId) {
        return followUp.opened(campaignId);
    }

    /** UAI of the circonscriptions whose schools are asked. */
    public Set<String> circonscriptions(long campaignId) {
        return targets.circonscriptions(campaignId);
    }

    /** By number. */
    public Map<Long, Campaign> findAll(Collection<Long> campaignIds) {
        return campaigns.findAllById(campaignIds).stream()
                .collect(Collectors.toMap(Campaign::id, campaign -> campaign));
    }

    /** Whom it asks, as it was prepared. */
    public Perimeter perimeter(long campaignId) {
        return targets.perimeter(campaignId);
    }

    /** Those that ask a school of one of these circonscriptions, the latest first. */
    public Slice<Campaign> campaignsIn(Collection<String> circonscriptionUais, int page) {
        return circonscriptionUais.isEmpty()
                ? Slice.of(List.of(), page)
                : Slice.read(
                        page,
                        campaigns.countIn(circonscriptionUais),
                        (from, size) -> campaigns.in(circonscriptionUais, from, size));
    }

    public ResponseRate rate(long campaignId) {
        return counts.rate(campaignId);
    }

    /** Oldest first. */
    public List<JournalEntry> history(long campaignId) {
        return journal.of(CampaignEvent.KIND, campaignId);
    }

    /** By school; those that did not answer are left out. */
    public Map<String, SchoolWishes> wishes(long projectId) {
        return campaigns.findByProjectId(projectId).map(this::wishes).orElse(Map.of());
    }

    /** What each school that answered said. */
    public Map<String, Answers> said(long campaignId) {
        return answers.bySchool(campaignId);
    }

    public Map<String, SchoolWishes> wishes(Campaign campaign) {
        Map<String, SchoolWishes> wishes = new HashMap<>();
        answers.bySchool(campaign.id()).forEach((uai, said) -> wishes.put(uai, SchoolWishes.of(uai, said)));
        return wishes;
    }
}
