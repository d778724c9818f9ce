package fr.forment.grid.web;

import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignRights;
import fr.forment.french.Told;
import fr.forment.grid.GridCorrectionService;
import fr.forment.grid.GridLine;
import java.util.function.LongConsumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One figure of the grid: where it comes from, and its corrections. A director sees those of the own school, and
 * corrects none.
 */
@Controller
@RequiredArgsConstructor
class LineController {

    private static final String BACK = "redirect:/besoins/{id}/grille/{lineId}";

    private final CampaignRights rights;
    private final GridRights lineRights;
    private final LinePage page;
    private final GridCorrectionService corrections;
    private final SignedIn me;

    @GetMapping("/besoins/{id:\\d+}/grille/{lineId:\\d+}")
    String show(@PathVariable long id, @PathVariable long lineId, Model model) {
        GridLine line = lineRights.readableLine(id, lineId);
        Campaign campaign = lineRights.campaignOf(line);
        model.addAllAttributes(page.of(campaign, line));
        model.addAttribute("mayCorrect", campaign.state().hasGrid() && lineRights.mayCorrect(campaign, line));
        model.addAttribute("readsGrid", !rights.own(campaign).isEmpty());
        return "grid/line";
    }

    /** A figure that does not fit comes back with what was typed and what is wrong. */
    @PostMapping("/besoins/{id:\\d+}/grille/{lineId:\\d+}")
    String correct(
            @PathVariable long id,
            @PathVariable long lineId,
            @RequestParam(name = "version", defaultValue = "-1") int version,
            @RequestParam(name = "personnes", defaultValue = "") String people,
            @RequestParam(name = "motif", defaultValue = "") String reason,
            RedirectAttributes next) {
        change(
                id,
                lineId,
                next,
                "Le chiffre est corrigé ; l'ancien et le motif restent lisibles.",
                line -> corrections.correct(id, line, version, people, reason));
        if (next.getFlashAttributes().containsKey("problem")) {
            next.addFlashAttribute("typedPeople", people);
            next.addFlashAttribute("typedReason", reason);
        }
        return BACK;
    }

    @PostMapping("/besoins/{id:\\d+}/grille/{lineId:\\d+}/annuler")
    String undo(
            @PathVariable long id,
            @PathVariable long lineId,
            @RequestParam(name = "version", defaultValue = "-1") int version,
            RedirectAttributes next) {
        change(
                id,
                lineId,
                next,
                "La dernière correction est annulée ; elle reste lisible ci-dessous.",
                line -> corrections.undo(id, line, version));
        return BACK;
    }

    @PostMapping("/besoins/{id:\\d+}/grille/{lineId:\\d+}/maintenir")
    String keep(
            @PathVariable long id,
            @PathVariable long lineId,
            @RequestParam(name = "version", defaultValue = "-1") int version,
            RedirectAttributes next) {
        change(id, lineId, next, "La correction est maintenue.", line -> corrections.keep(id, line, version));
        return BACK;
    }

    private void change(long id, long lineId, RedirectAttributes next, String done, LongConsumer change) {
        GridLine line = lineRights.readableLine(id, lineId);
        me.act(() -> lineRights.mayCorrect(lineRights.campaignOf(line), line));
        Told.on(next, done, () -> change.accept(lineId));
    }
}
