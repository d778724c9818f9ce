package fr.forment.grid.web;

import fr.forment.campaign.Calls;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignQuestions;
import fr.forment.campaign.CampaignRights;
import fr.forment.campaign.LateAnswerService;
import fr.forment.campaign.Needs;
import fr.forment.campaign.SurveyFacts;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.grid.GridFigures;
import fr.forment.grid.GridFilter;
import fr.forment.grid.GridLine;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.survey.Answers;
import fr.forment.survey.Question;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyAnswer;
import fr.forment.survey.UnsentAnswer;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The survey of one school: where it is answered, what was answered, and what was made of it. */
@Controller
@RequiredArgsConstructor
class SurveyController {

    private final CampaignRights rights;
    private final Needs needs;
    private final GridFigures figures;
    private final SurveyFacts facts;
    private final CampaignQuestions questions;
    private final Catalogue catalogue;
    private final Schools schools;
    private final Agents agents;
    private final Calls calls;
    private final LateAnswerService late;
    private final PlaceClocks clocks;

    /** A question as it was asked, with what was said. */
    public record Said(String question, String answer) {}

    /** What was kept of it: people to train. */
    public record Kept(
            long lineId, String module, String profile, int asked, int trained, int withoutHours, int people) {}

    @GetMapping("/enquete/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        Survey survey = rights.readableSurvey(id);
        Campaign campaign = needs.find(survey.campaignId()).orElseThrow();
        SurveyAnswer answer = needs.answer(id).orElse(null);
        model.addAttribute("survey", survey);
        model.addAttribute("campaign", campaign);
        School school = schools.find(survey.schoolUai()).orElseThrow();
        model.addAttribute("school", school);
        model.addAttribute("answer", answer);
        UnsentAnswer unsent = answer == null ? late.kept(id).orElse(null) : null;
        Answers readable = answer != null ? answer.answers() : unsent != null ? unsent.answers() : null;
        model.addAttribute("unsent", unsent);
        model.addAttribute(
                "sections",
                readable == null ? Map.of() : sections(questions.of(campaign, school.circonscriptionUai()), readable));
        model.addAttribute("kept", kept(campaign, survey));
        model.addAttribute("team", agents.inSchool(survey.schoolUai()));
        model.addAttribute("call", calls.of(id).orElse(null));
        model.addAttribute("slots", Calls.Slot.values());
        model.addAttribute("mayWishCall", survey.isSilent() && rights.isDirector(survey));
        model.addAttribute(
                "late",
                survey.isSilent()
                        && (survey.isApart() || campaign.state().takesAnswers())
                        && campaign.isLate(survey, clocks.now(survey.schoolUai())));
        model.addAttribute(
                "link",
                rights.mayAnswer(survey, campaign) ? facts.answerLink(id).orElse(null) : null);
        return "grid/survey";
    }

    private Map<String, List<Said>> sections(List<Question> asked, Answers answers) {
        Map<String, List<Said>> sections = new LinkedHashMap<>();
        asked.stream()
                .filter(question -> !answers.text(question.key()).isEmpty())
                .forEach(question -> sections.computeIfAbsent(question.section(), section -> new ArrayList<>())
                        .add(new Said(question.label(), question.shown(answers.text(question.key())))));
        if (answers.resourcePersonId() != null) {
            agents.find(answers.resourcePersonId()).map(Agent::fullName).ifPresent(name -> sections.computeIfAbsent(
                            "Personne ressource", section -> new ArrayList<>())
                    .add(new Said("Volontaire, avec son accord", name)));
        }
        return sections;
    }

    /** Nothing before the answers are settled: what is still computed would only confuse. */
    private List<Kept> kept(Campaign campaign, Survey survey) {
        if (!campaign.state().isSettled()) {
            return List.of();
        }
        Map<String, String> titles =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, TrainingModule::title));
        return figures.linesOf(campaign.id(), List.of(survey.schoolUai()), GridFilter.ALL).stream()
                .map(line -> kept(line, titles.getOrDefault(line.moduleCode(), line.moduleCode())))
                .toList();
    }

    private static Kept kept(GridLine line, String title) {
        return new Kept(
                line.id(),
                title,
                line.profile().label(),
                line.asked(),
                line.deductedAsTrained(),
                line.withoutHours(),
                line.people());
    }
}
