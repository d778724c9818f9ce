package fr.forment.campaign.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignFacts;
import fr.forment.campaign.Needs;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyAnswer;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where a director finds again what the own schools were asked and what was answered, without the letter that led
 * there.
 */
@Controller
@RequiredArgsConstructor
class MySurveysController {

    private final Needs needs;
    private final CampaignFacts facts;
    private final Schools schools;
    private final SignedIn me;

    /** @param answered null while nothing came */
    public record Asked(Survey survey, String title, String school, LocalDate deadline, SurveyAnswer answered) {}

    @GetMapping("/enquetes")
    String list(Model model) {
        Set<String> mine = me.perimeters(Role.DIRECTEUR);
        me.refuseUnless(!mine.isEmpty());
        List<Survey> surveys = needs.surveysOf(mine);
        Map<Long, SurveyAnswer> answers =
                needs.answersTo(surveys.stream().map(Survey::id).toList());
        model.addAttribute(
                "asked",
                surveys.stream()
                        .map(survey -> asked(survey, answers.get(survey.id())))
                        .toList());
        return "campaign/mySurveys";
    }

    private Asked asked(Survey survey, SurveyAnswer answer) {
        Campaign campaign = needs.find(survey.campaignId()).orElseThrow();
        String school =
                schools.find(survey.schoolUai()).map(School::displayName).orElse(survey.schoolUai());
        return new Asked(survey, facts.titleOf(campaign), school, campaign.deadline(), answer);
    }
}
