package fr.forment.mail.web;

import fr.forment.french.French;
import fr.forment.mail.DeskAction;
import fr.forment.mail.DeskFilter;
import fr.forment.mail.MailDesk;
import java.security.Principal;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the operator does with mails: one, those chosen, or all that a filter and a search leave. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequiredArgsConstructor
class MailActionsController {

    private final MailDesk desk;

    @PostMapping("/courriels/{id:\\d+}/{action:renvoyer|garder|liberer|ecarter}")
    String one(@PathVariable long id, @PathVariable String action, Principal me, RedirectAttributes next) {
        DeskAction what = DeskAction.valueOf(action.toUpperCase());
        if (desk.act(what, List.of(id), me.getName()) == 1) {
            next.addFlashAttribute("done", "C'est fait : le courriel est " + what.done() + ".");
        } else {
            next.addFlashAttribute("problem", "Ce courriel n'en est plus là : relisez son état ci-dessous.");
        }
        return "redirect:/courriels/" + id;
    }

    /** @param tous everything that the filter and the search leave, on whatever page; otherwise what is ticked */
    @PostMapping("/courriels/ensemble")
    String several(
            @RequestParam DeskAction action,
            @RequestParam(defaultValue = "false") boolean tous,
            @RequestParam(name = "id", defaultValue = "") List<Long> ids,
            @RequestParam(defaultValue = "TOUS") DeskFilter etat,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Principal me,
            RedirectAttributes next) {
        int done = tous ? desk.actOnAll(action, etat, q, me.getName()) : desk.act(action, ids, me.getName());
        if (!tous && ids.isEmpty()) {
            next.addFlashAttribute("problem", "Cochez au moins un courriel, ou choisissez « tous ».");
        } else if (done == 0) {
            next.addFlashAttribute(
                    "problem", "Aucun de ces courriels ne peut être " + action.done() + " : regardez leur état.");
        } else {
            next.addFlashAttribute(
                    "done",
                    French.count(done, "courriel") + " " + action.done() + (done > 1 ? plural(action) : "") + "."
                            + (tous || done == ids.size() ? "" : " Les autres n'en étaient plus là."));
        }
        next.addAttribute("etat", etat.name());
        next.addAttribute("q", q);
        next.addAttribute("page", page);
        return "redirect:/courriels";
    }

    /** « remis dans la file » has its plural already. */
    private static String plural(DeskAction action) {
        return action == DeskAction.RENVOYER ? "" : "s";
    }
}
