package fr.forment.french;

import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the next page says of a button that was pressed: what was done, in French, or why it was refused. */
public final class Told {

    private Told() {}

    public static void on(RedirectAttributes next, String done, Runnable action) {
        on(next, () -> {
            action.run();
            return done;
        });
    }

    /** @param action answers what was done */
    public static void on(RedirectAttributes next, Supplier<String> action) {
        try {
            next.addFlashAttribute("done", action.get());
        } catch (Refusal refusal) {
            next.addFlashAttribute("problem", refusal.getMessage());
        }
    }
}
