package fr.forment.worklist.web;

import fr.forment.worklist.TakeOverService;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A colleague who took a task in charge cannot end it: somebody else to whom it is open goes on. */
@Controller
@RequiredArgsConstructor
class TakeOverController {

    private final TakeOverService takeOvers;

    @PostMapping("/taches/{id}/reprendre")
    String takeOver(@PathVariable String id) {
        return "redirect:" + takeOvers.takeOver(id);
    }
}
