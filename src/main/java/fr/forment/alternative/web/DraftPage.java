package fr.forment.alternative.web;

import fr.forment.alternative.AlternativeService;
import fr.forment.alternative.Change;
import fr.forment.alternative.WhyWords;
import fr.forment.plan.PlanBasis;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The draft of who reads the page, which stands on several pages of a plan. */
@Component
class DraftPage {

    /** @param possible false: the plan has changed since it was thought of */
    public record Row(int line, String text, boolean possible) {}

    void show(PlanBasis basis, AlternativeService.Thought thought, WhyWords words, Model model) {
        model.addAttribute("seen", basis.sessionsPrint());
        model.addAttribute(
                "changes",
                thought.made().stream().map(change -> row(words, change, true)).toList());
        model.addAttribute(
                "impossible",
                thought.left().stream().map(change -> row(words, change, false)).toList());
    }

    private static Row row(WhyWords words, Change change, boolean possible) {
        return new Row(
                change.line(), words.when(change.day(), change.start(), change.place(), change.trainerId()), possible);
    }
}
