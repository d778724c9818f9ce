package fr.forment.evaluation.web;

import fr.forment.evaluation.Answer;
import fr.forment.evaluation.EvaluationService;
import fr.forment.evaluation.HelpWanted;
import fr.forment.evaluation.Invitation;
import fr.forment.evaluation.Subjects;
import fr.forment.evaluation.UseFrequency;
import fr.forment.limits.GuessedLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The questionnaire behind a personal link: no sign-in, one answer, on a telephone too. */
@Controller
@RequiredArgsConstructor
class QuestionnaireController {

    private final EvaluationService evaluations;
    private final Subjects subjects;
    private final GuessedLinks guesses;

    @GetMapping("/evaluation/{token}")
    String ask(@PathVariable String token, HttpServletRequest request, Model model) {
        Invitation invitation = find(token, request);
        if (!evaluations.isOpen(invitation)) {
            return "evaluation/closed";
        }
        return show(invitation, token, new Answer(Map.of()), Map.of(), model);
    }

    @PostMapping("/evaluation/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            Model model) {
        Invitation invitation = find(token, request);
        Answer answer = new Answer(fields);
        Map<String, String> problems = evaluations.answer(token, answer);
        if (problems.isEmpty()) {
            return "evaluation/thanks";
        }
        return problems.containsKey("used") ? "evaluation/closed" : show(invitation, token, answer, problems, model);
    }

    private String show(Invitation invitation, String token, Answer given, Map<String, String> problems, Model model) {
        model.addAttribute("few", evaluations.isOfFew(invitation));
        model.addAllAttributes(Map.of(
                "moduleTitle",
                subjects.dated(invitation),
                "token",
                token,
                "given",
                given,
                "version",
                evaluations.asked(invitation),
                "problems",
                problems,
                "frequencies",
                UseFrequency.values(),
                "helps",
                HelpWanted.values()));
        return "evaluation/questionnaire";
    }

    private Invitation find(String token, HttpServletRequest request) {
        return Optional.of(token).flatMap(evaluations::find).orElseThrow(() -> guesses.refused(request));
    }
}
