package fr.forment.alternative.web;

import fr.forment.alternative.AlternativeService;
import fr.forment.alternative.Change;
import fr.forment.alternative.WhyWords;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.calculation.Draft;
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
                thought.made().stream()
                        .map(change -> new Row(change.line(), words.held(way(thought, change)), true))
                        .toList());
        model.addAttribute(
                "impossible",
                thought.left().stream().map(change -> left(words, change)).toList());
    }

    private static Draft way(AlternativeService.Thought thought, Change change) {
        return thought.sessions().stream()
                .filter(draft -> draft.line() == change.line())
                .findFirst()
                .orElseThrow();
    }

    private static Row left(WhyWords words, Change change) {
        return new Row(
                change.line(), words.when(change.day(), change.start(), change.place(), change.trainerId()), false);
    }
}
