package fr.forment.campaign.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignFacts;
import fr.forment.campaign.Needs;
import fr.forment.database.Slice;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyAnswer;
import fr.forment.territory.PlaceNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a director finds again what the own schools were asked and what was answered, without the letter that led
 * there.
 */
@Controller
@RequiredArgsConstructor
class MySurveysController {

    private final Needs needs;
    private final CampaignFacts facts;
    private final PlaceNames names;
    private final SignedIn me;

    /** @param state as it stands for the school, in French, @param answered null while nothing came */
    public record Asked(
            Survey survey, String state, String title, String school, LocalDate deadline, SurveyAnswer answered) {}

    @GetMapping("/enquetes")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        Set<String> mine = me.perimeters(Role.DIRECTEUR);
        me.refuseUnless(!mine.isEmpty());
        model.addAttribute("asked", Slice.of(needs.surveysOf(mine), page).with(this::asked));
        return "campaign/mySurveys";
    }

    private List<Asked> asked(List<Survey> surveys) {
        Map<Long, SurveyAnswer> answers =
                needs.answersTo(surveys.stream().map(Survey::id).toList());
        Map<Long, Campaign> campaigns =
                needs.findAll(surveys.stream().map(Survey::campaignId).collect(Collectors.toSet()));
        Map<Long, String> titles = facts.titlesOf(campaigns.values());
        Set<Long> abandoned = facts.abandoned(campaigns.values());
        UnaryOperator<String> schools =
                names.of(surveys.stream().map(Survey::schoolUai).toList());
        return surveys.stream()
                .map(survey -> new Asked(
                        survey,
                        !survey.isAnswered() && abandoned.contains(survey.campaignId())
                                ? "Abandonnée, rien à répondre"
                                : survey.state().label(),
                        titles.get(survey.campaignId()),
                        schools.apply(survey.schoolUai()),
                        campaigns.get(survey.campaignId()).deadline(survey),
                        answers.get(survey.id())))
                .toList();
    }
}
