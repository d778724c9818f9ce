package fr.forment.access;

import fr.forment.french.Told;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does what a form asks and goes back to its page, which says what became of it; what was refused comes back typed. */
public final class FormAnswer {

    private FormAnswer() {}

    /** @param action answers what was done, in French */
    public static String then(String page, RedirectAttributes next, Supplier<String> action) {
        return then(page, next, Map.of(), action);
    }

    /** @param typed comes back into the form when it is refused */
    public static String then(String page, RedirectAttributes next, Map<String, ?> typed, Supplier<String> action) {
        if (!Told.on(next, action)) {
            next.addFlashAttribute("typed", new HashMap<>(typed));
        }
        return "redirect:" + page;
    }
}
