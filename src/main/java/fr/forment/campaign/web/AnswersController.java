package fr.forment.campaign.web;

import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignQuestions;
import fr.forment.campaign.CampaignRights;
import fr.forment.campaign.FollowUp;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsShown;
import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.survey.Question;
import fr.forment.survey.SurveyAnswer;
import fr.forment.survey.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the schools said, question by question, and the same as a table for a spreadsheet. */
@Controller
@RequiredArgsConstructor
class AnswersController {

    private static final List<String> COLUMNS = List.of("uai", "ecole", "commune", "repondu_le", "en_retard");

    private final CampaignRights rights;
    private final Needs needs;
    private final CampaignQuestions questions;
    private final NeedsShown shown;

    @GetMapping("/besoins/{id:\\d+}/reponses")
    String count(@PathVariable long id, Model model) {
        Campaign campaign = rights.followable(id);
        List<FollowUp.Row> rows = rights.rows(campaign);
        Map<Long, SurveyAnswer> answers = answers(campaign, rows);
        List<Tally> tallies = needs.tallies(questions.of(campaign), answers.values());
        model.addAttribute("campaign", campaign);
        model.addAttribute("whole", rights.mayRead(campaign));
        model.addAttribute("answered", answers.size());
        model.addAttribute(
                "sections",
                tallies.stream()
                        .collect(Collectors.groupingBy(
                                tally -> tally.question().section(), LinkedHashMap::new, Collectors.toList())));
        model.addAttribute(
                "schools",
                rows.stream()
                        .collect(Collectors.toMap(
                                FollowUp.Row::surveyId, row -> row.name() + " (" + row.commune() + ")")));
        return "campaign/answers";
    }

    @GetMapping("/besoins/{id:\\d+}/reponses.csv")
    ResponseEntity<byte[]> export(@PathVariable long id) {
        Campaign campaign = rights.followable(id);
        List<Question> asked = questions.of(campaign);
        List<FollowUp.Row> rows = rights.rows(campaign);
        Map<Long, SurveyAnswer> answers = answers(campaign, rows);
        List<String> header = Stream.concat(COLUMNS.stream(), asked.stream().map(Question::label))
                .toList();
        return Downloads.csv(
                "reponses-enquete.csv",
                CsvSheet.of(
                        header,
                        rows.stream()
                                .filter(row -> answers.containsKey(row.surveyId()))
                                .map(row -> cells(row, answers.get(row.surveyId()), asked))
                                .toList()));
    }

    /** Of the schools one may see. */
    private Map<Long, SurveyAnswer> answers(Campaign campaign, List<FollowUp.Row> rows) {
        return rights.mayRead(campaign)
                ? needs.answers(campaign.id())
                : needs.answersTo(rows.stream().map(FollowUp.Row::surveyId).toList());
    }

    private List<String> cells(FollowUp.Row row, SurveyAnswer answer, List<Question> asked) {
        List<String> cells = new ArrayList<>(List.of(
                row.schoolUai(), row.name(), row.commune(), shown.moment(answer.at()), answer.late() ? "oui" : ""));
        asked.forEach(question -> {
            String value = answer.answers().text(question.key());
            cells.add(value.isEmpty() ? "" : question.shown(value));
        });
        return cells;
    }
}
