package fr.forment.arrival.web;

import fr.forment.account.SignedIn;
import fr.forment.arrival.Arrival;
import fr.forment.arrival.Arrivals;
import fr.forment.arrival.CharterService;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a newcomer finds of the own path, and the rules of use that everybody reads and accepts. */
@Controller
@RequiredArgsConstructor
class MyPathController {

    private final Arrivals arrivals;
    private final CharterService charter;
    private final SignedIn me;

    @GetMapping("/moi/parcours")
    String mine() {
        List<Arrival> known = me.agentId() == null ? List.of() : arrivals.ofAgent(me.agentId());
        return known.isEmpty()
                ? "arrival/nopath"
                : "redirect:/arrivees/" + known.get(0).id();
    }

    @GetMapping("/charte")
    String charter(Model model) {
        model.addAttribute("version", charter.version());
        model.addAttribute(
                "acceptance",
                me.agentId() == null ? null : charter.accepted(me.agentId()).orElse(null));
        model.addAttribute("mayAccept", me.agentId() != null);
        return "arrival/charter";
    }

    @PostMapping("/charte")
    String accept(RedirectAttributes next) {
        me.refuseUnless(me.agentId() != null);
        charter.accept(me.agentId());
        next.addFlashAttribute("done", "Merci : votre accord est enregistré.");
        return "redirect:/charte";
    }
}
