package fr.forment.stafflist.web;

import fr.forment.account.SignedIn;
import fr.forment.french.Told;
import fr.forment.people.MyPerimeter;
import fr.forment.stafflist.PastLists;
import fr.forment.stafflist.UndoService;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lists that were imported, one of them, and undoing it. */
@Controller
@RequiredArgsConstructor
class StaffJournalController {

    private final PastLists journal;
    private final UndoService undo;
    private final MyPerimeter mine;
    private final SignedIn me;

    @GetMapping("/personnels/imports")
    String all(@RequestParam(defaultValue = "1") int page, Model model) {
        me.refuseUnless(mine.seesPeople());
        model.addAttribute("entries", journal.latest(page));
        return "stafflist/journal";
    }

    @GetMapping("/personnels/imports/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute("entry", find(id));
        boolean mayUndo = undo.mayUndo(id);
        model.addAttribute("mayUndo", mayUndo);
        model.addAttribute("obstacles", mayUndo ? undo.obstacles(id) : List.of());
        return "stafflist/imported";
    }

    @PostMapping("/personnels/imports/{id:\\d+}/annulation")
    String undo(@PathVariable long id, RedirectAttributes flash) {
        find(id);
        Told.on(flash, "Import annulé : les personnels sont comme avant.", () -> undo.undo(id));
        return "redirect:/personnels/imports/" + id;
    }

    private PastLists.Entry find(long id) {
        me.refuseUnless(mine.seesPeople());
        return journal.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
