package fr.forment.french;

import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the next page says of a button that was pressed: what was done, in French, or why it was refused. */
public final class Told {

    /**
     * To the second of two hands on one thing, and to the second click of one; to who waited too long for a row,
     * whatever the database calls that.
     */
    public static final String MEANWHILE =
            "Quelqu'un vient de modifier ceci, ou vous avez cliqué deux fois. Cette fois-ci, rien n'a été enregistré : vérifiez la page, puis recommencez si besoin.";

    private Told() {}

    public static void on(RedirectAttributes next, String done, Runnable action) {
        on(next, () -> {
            action.run();
            return done;
        });
    }

    /**
     * @param action answers what was done
     * @return that it was
     */
    public static boolean on(RedirectAttributes next, Supplier<String> action) {
        try {
            next.addFlashAttribute("done", action.get());
            return true;
        } catch (Recorded twice) {
            next.addFlashAttribute("done", twice.getMessage());
            return true;
        } catch (Refusal refusal) {
            next.addFlashAttribute("problem", refusal.getMessage());
        } catch (TransientDataAccessException | DuplicateKeyException meanwhile) {
            next.addFlashAttribute("problem", MEANWHILE);
        }
        return false;
    }
}
