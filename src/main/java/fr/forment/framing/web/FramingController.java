package fr.forment.framing.web;

import fr.forment.framing.FramingAnswer;
import fr.forment.framing.FramingQuestion;
import fr.forment.framing.FramingService;
import fr.forment.framing.web.FramingPage.Form;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.people.OutOfReach;
import fr.forment.project.Project;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The key questions and success factors of a project: read, answered, decided. */
@Controller
@RequiredArgsConstructor
class FramingController {

    private final FramingService service;
    private final FramingPage page;
    private final FramingRights rights;

    @GetMapping("/projets/{id:\\d+}/cadrage")
    String read(@PathVariable long id, Model model) {
        return page.show(rights.readable(id), model);
    }

    /** @param version of the answer that was on the page; @param decided by the IEN in the same go */
    @PostMapping("/projets/{id:\\d+}/cadrage/{question}")
    String answer(
            @PathVariable long id,
            @PathVariable String question,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String dueOn,
            @RequestParam(defaultValue = "") String figure,
            @RequestParam(defaultValue = "false") boolean decided,
            RedirectAttributes next,
            Model model) {
        Project project = decided ? rights.decided(id) : rights.answered(id);
        FramingQuestion asked = Typed.code(FramingQuestion.class, question).orElseThrow(OutOfReach::new);
        try {
            service.answer(id, asked, version, FramingAnswer.typed(text, owner, dueOn, figure), decided);
        } catch (Refusal refusal) {
            return page.show(project, asked, new Form(text, owner, dueOn, figure), refusal.getMessage(), model);
        }
        next.addFlashAttribute(
                "done", asked.label() + (decided ? " : réponse décidée." : " : réponse enregistrée, l'IEN décidera."));
        return "redirect:/projets/" + id + "/cadrage#" + asked.name();
    }

    /** @param answer question and version read, "PAF:2", as often as answers are decided on */
    @PostMapping("/projets/{id:\\d+}/cadrage/decisions")
    String decide(
            @PathVariable long id, @RequestParam(defaultValue = "") List<String> answer, RedirectAttributes next) {
        rights.decided(id);
        Map<FramingQuestion, Integer> seen = seen(answer);
        int decided = service.decide(id, seen);
        next.addFlashAttribute(
                "done",
                French.count(decided, "réponse décidée", "réponses décidées")
                        + (decided < seen.size()
                                ? ". Les autres ont changé depuis que vous les avez lues : relisez-les."
                                : "."));
        return "redirect:/projets/" + id + "/cadrage";
    }

    private static Map<FramingQuestion, Integer> seen(List<String> answers) {
        Map<FramingQuestion, Integer> seen = new EnumMap<>(FramingQuestion.class);
        for (String answer : answers) {
            String[] parts = answer.split(":", 2);
            Typed.code(FramingQuestion.class, parts[0])
                    .ifPresent(question -> seen.put(
                            question,
                            parts.length < 2 ? 0 : Typed.number(parts[1]).orElse(0)));
        }
        return seen;
    }
}
