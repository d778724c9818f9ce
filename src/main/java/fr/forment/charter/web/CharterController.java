package fr.forment.charter.web;

import fr.forment.account.SignedIn;
import fr.forment.charter.CharterService;
import fr.forment.charter.CharterVersion;
import fr.forment.charter.Charters;
import fr.forment.people.MyPerimeter;
import fr.forment.people.TeamRights;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules of use that everybody reads and accepts, and the consent to show one's image beside them. */
@Controller
@RequiredArgsConstructor
class CharterController {

    private final CharterService charter;
    private final Charters charters;
    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final SignedIn me;

    @GetMapping("/charte")
    String charter(Model model) {
        Long agent = me.agentId();
        CharterVersion current = agent == null ? charters.current(null) : charters.currentOf(agent);
        model.addAllAttributes(Map.of(
                "current",
                current,
                "mayAccept",
                agent != null,
                "places",
                perimeter.seesPeople()
                        ? perimeter.circonscriptions().stream()
                                .filter(team::isOfTeamOrAdviser)
                                .toList()
                        : List.of()));
        model.addAttribute(
                "acceptance", agent == null ? null : charter.accepted(agent).orElse(null));
        model.addAttribute(
                "image", agent == null ? null : charter.consents(agent).orElse(null));
        return "charter/charter";
    }

    /** @param vu the version that was read */
    @PostMapping("/charte")
    String accept(@RequestParam(defaultValue = "0") long vu, RedirectAttributes next) {
        me.refuseUnless(me.agentId() != null);
        if (charter.accept(me.agentId(), vu)) {
            next.addFlashAttribute("done", "Merci : votre accord est enregistré.");
        } else {
            next.addFlashAttribute(
                    "problem", "Une nouvelle version de la charte vient d'être publiée. Lisez-la, puis acceptez-la.");
        }
        return "redirect:/charte";
    }

    @PostMapping("/charte/image")
    String consent(@RequestParam boolean accord, RedirectAttributes next) {
        me.refuseUnless(me.agentId() != null);
        charter.consent(me.agentId(), accord);
        next.addFlashAttribute(
                "done",
                accord
                        ? "C'est noté : votre image peut être diffusée dans l'ENT. Vous pouvez changer d'avis ici."
                        : "C'est noté : votre image n'est pas diffusée. Cela ne change rien à votre compte.");
        return "redirect:/charte";
    }
}
