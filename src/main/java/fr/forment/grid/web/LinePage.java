package fr.forment.grid.web;

import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignQuestions;
import fr.forment.campaign.Needs;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.grid.GridFigures;
import fr.forment.grid.GridLine;
import fr.forment.grid.GridSchool;
import fr.forment.grid.LineOrigins;
import fr.forment.people.MyPerimeter;
import fr.forment.survey.Answers;
import fr.forment.survey.SurveyAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Gathers what the page of one figure shows. Names only to who may see these people; counts to everybody else. */
@Component
@RequiredArgsConstructor
class LinePage {

    private final GridFigures figures;
    private final LineOrigins origins;
    private final Needs needs;
    private final CampaignQuestions questions;
    private final Catalogue catalogue;
    private final MyPerimeter perimeter;

    /** A question as it was asked, with what the school said. */
    public record Said(String question, String answer) {}

    /** People the staff list knows, by what the computation made of them. Without names where one may not see them. */
    public record Group(String title, int count, List<LineOrigins.Who> named) {}

    Map<String, Object> of(Campaign campaign, GridLine line) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Optional<GridSchool> school = figures.school(campaign.id(), line.schoolUai());
        Optional<GridFigures.Heard> heard = Optional.ofNullable(
                figures.heard(campaign.id(), List.of(line.schoolUai())).get(line.schoolUai()));
        shown.put("campaign", campaign);
        shown.put("line", line);
        shown.put(
                "module",
                catalogue.find(line.moduleCode()).map(TrainingModule::title).orElse(line.moduleCode()));
        shown.put(
                "place",
                school.map(each -> each.name() + " (" + each.commune() + ")").orElse("Équipe de la circonscription"));
        shown.put("school", school.orElse(null));
        shown.put("heard", heard.orElse(null));
        shown.put(
                "said",
                heard.flatMap(each -> needs.answer(each.surveyId()))
                        .map(answer -> said(campaign, line, answer))
                        .orElse(List.of()));
        shown.put("groups", groups(origins.people(campaign, line)));
        shown.put("corrections", figures.correctionsOf(line.id()));
        return shown;
    }

    private List<Said> said(Campaign campaign, GridLine line, SurveyAnswer answer) {
        List<Said> said = new ArrayList<>();
        said.add(new Said(
                "Enseignants de l'école, direction comprise",
                String.valueOf(answer.answers().teachers())));
        List<String> behind = Answers.questionsBehind(line.moduleCode(), line.profile());
        questions.of(campaign).stream()
                .filter(question -> behind.contains(question.key())
                        && !answer.answers().text(question.key()).isEmpty())
                .forEach(question -> said.add(new Said(
                        question.label(), question.shown(answer.answers().text(question.key())))));
        return said;
    }

    private List<Group> groups(List<LineOrigins.Who> people) {
        boolean due = people.stream().anyMatch(LineOrigins.Who::due);
        List<LineOrigins.Who> ahead =
                people.stream().filter(who -> who.ahead() != null).toList();
        return people.isEmpty()
                ? List.of()
                : Stream.of(
                                group(
                                        "Déjà formées",
                                        people.stream()
                                                .filter(who -> who.trained() && who.ahead() == null)
                                                .toList()),
                                ahead.isEmpty() ? null : group("Déjà inscrites hors de ce projet", ahead),
                                group(
                                        due
                                                ? "Sans heures, à former quand même : c'est un préalable à l'ouverture"
                                                : "Sans heures pour ce module",
                                        people.stream()
                                                .filter(LineOrigins.Who::isWithoutHours)
                                                .toList()),
                                group(
                                        "À former, avec des heures",
                                        people.stream()
                                                .filter(who -> !who.trained() && !who.isWithoutHours())
                                                .toList()))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private Group group(String title, List<LineOrigins.Who> people) {
        return new Group(
                title,
                people.size(),
                people.stream().filter(who -> perimeter.covers(who.agent())).toList());
    }
}
