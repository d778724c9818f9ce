package fr.forment.mail.web;

import fr.forment.french.French;
import fr.forment.mail.MailPause;
import fr.forment.mail.MailTrouble;
import fr.forment.mail.PauseEnd;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sending is stopped by hand, and begins again after a look at what would leave. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequiredArgsConstructor
class PauseController {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final MailPause pause;
    private final MailTrouble trouble;
    private final PauseEnd end;
    private final Clock clock;

    @PostMapping("/courriels/serveur")
    String askAgain(RedirectAttributes flash) {
        trouble.askAgainNow();
        flash.addFlashAttribute("done", "Le serveur de courriel va être redemandé dans les secondes qui viennent.");
        return "redirect:/courriels";
    }

    @PostMapping("/courriels/suspendre")
    String stop(Principal me, RedirectAttributes next) {
        pause.pause(me.getName(), "À la demande de l'exploitant.");
        next.addFlashAttribute("done", "L'envoi est suspendu : plus aucun courriel ne part.");
        return "redirect:/courriels";
    }

    @GetMapping("/courriels/reprise")
    String look(@RequestParam(defaultValue = "1") int page, Model model) {
        Instant since = pause.standing().since();
        model.addAllAttributes(Map.of(
                "pause",
                pause.standing(),
                "mails",
                end.wouldLeave(page),
                "moment",
                LocalDateTime.ofInstant(since == null ? clock.instant() : since, PARIS)
                        .withSecond(0)
                        .withNano(0)));
        return "mails/resume";
    }

    /**
     * @param choix {@code tout}: everything leaves; {@code recents}: what was to leave before {@code avant} does not
     */
    @PostMapping("/courriels/reprise")
    String resume(
            @RequestParam(defaultValue = "") String choix,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime avant,
            Principal me,
            RedirectAttributes next) {
        if (!choix.equals("tout") && (!choix.equals("recents") || avant == null)) {
            next.addFlashAttribute(
                    "problem",
                    "Choisissez ce qui part : tout, ou seulement ce qui devait partir après un moment que vous indiquez.");
            return "redirect:/courriels/reprise";
        }
        int dropped =
                end.resume(choix.equals("tout") ? null : avant.atZone(PARIS).toInstant(), me.getName());
        if (dropped < 0) {
            next.addFlashAttribute("problem", "L'envoi n'est plus suspendu : quelqu'un l'a déjà repris.");
        } else {
            next.addFlashAttribute(
                    "done",
                    "L'envoi a repris. "
                            + (dropped == 0
                                    ? "Rien n'est écarté."
                                    : French.count(dropped, "courriel écarté") + ", sous « écartés »."));
        }
        return "redirect:/courriels";
    }
}
