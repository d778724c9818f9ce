package fr.forment.access;

import fr.forment.french.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does what a form asks and goes back to its page, which says what became of it; what was refused comes back typed. */
public final class FormAnswer {

    private FormAnswer() {}

    /** @param action answers what was done, in French */
    public static String then(
            String page, RedirectAttributes next, Map<String, String> typed, Supplier<String> action) {
        try {
            next.addFlashAttribute("done", action.get());
        } catch (Refusal no) {
            next.addFlashAttribute("problem", no.getMessage());
            next.addFlashAttribute("typed", new HashMap<>(typed));
        } catch (ConcurrencyFailureException meanwhile) {
            next.addFlashAttribute(
                    "problem",
                    "Quelqu'un modifie ceci au même moment. Rien n'a été enregistré : vérifiez la page, puis recommencez.");
            next.addFlashAttribute("typed", new HashMap<>(typed));
        }
        return "redirect:" + page;
    }
}
