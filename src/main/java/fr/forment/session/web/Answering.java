package fr.forment.session.web;

import fr.forment.french.Refusal;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does what a button asks and goes back to a page that says what became of it. */
final class Answering {

    private Answering() {}

    /** @param action answers what was done, in French */
    static String then(String page, RedirectAttributes next, Supplier<String> action) {
        return then(page, next, Map.of(), action);
    }

    /** @param typed comes back into the form when it is refused */
    static String then(String page, RedirectAttributes next, Map<String, ?> typed, Supplier<String> action) {
        try {
            next.addFlashAttribute("done", action.get());
        } catch (Refusal no) {
            next.addFlashAttribute("problem", no.getMessage());
            next.addFlashAttribute("refused", typed);
        } catch (ConcurrencyFailureException | DataIntegrityViolationException meanwhile) {
            next.addFlashAttribute(
                    "problem",
                    "Quelqu'un vient de modifier cette session. Rien n'a été enregistré : vérifiez la page, puis recommencez.");
        }
        return "redirect:" + page;
    }
}
