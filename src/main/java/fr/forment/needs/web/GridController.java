package fr.forment.needs.web;

import fr.forment.engine.Refusal;
import fr.forment.needs.Campaign;
import fr.forment.needs.CampaignState;
import fr.forment.needs.GridService;
import fr.forment.staff.CsvSheet;
import fr.forment.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The grid: totals, schools, and corrections by hand. */
@Controller
class GridController {

    private final CampaignRights rights;
    private final GridPage page;
    private final GridService grid;
    private final SignedIn me;

    GridController(CampaignRights rights, GridPage page, GridService grid, SignedIn me) {
        this.rights = rights;
        this.page = page;
        this.grid = grid;
        this.me = me;
    }

    @GetMapping("/besoins/{id:\\d+}/grille")
    String show(@PathVariable long id, Model model) {
        Campaign campaign = rights.readable(id);
        model.addAttribute("campaign", campaign);
        model.addAllAttributes(page.of(campaign));
        model.addAttribute("mayCorrect", campaign.state() == CampaignState.DEPOUILLEE && rights.mayCorrect(campaign));
        return "needs/grid";
    }

    @GetMapping("/besoins/{id:\\d+}/grille/{lineId:\\d+}")
    String line(@PathVariable long id, @PathVariable long lineId, Model model) {
        Campaign campaign = rights.readable(id);
        model.addAttribute("campaign", campaign);
        model.addAllAttributes(page.line(campaign, lineId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("mayCorrect", campaign.state() == CampaignState.DEPOUILLEE && rights.mayCorrect(campaign));
        return "needs/line";
    }

    /** A figure that does not fit comes back with what was typed and what is wrong. */
    @PostMapping("/besoins/{id:\\d+}/grille/{lineId:\\d+}")
    String correct(@PathVariable long id, @PathVariable long lineId, @RequestParam(name = "personnes", defaultValue = "") String people,
            @RequestParam(name = "motif", defaultValue = "") String reason, RedirectAttributes next) {
        me.refuseUnless(rights.mayCorrect(rights.readable(id)));
        try {
            grid.correct(id, lineId, people, reason);
            next.addFlashAttribute("done", "Le chiffre est corrigé ; l'ancien et le motif restent lisibles.");
        } catch (Refusal refusal) {
            next.addFlashAttribute("problem", refusal.getMessage());
            next.addFlashAttribute("typedPeople", people);
            next.addFlashAttribute("typedReason", reason);
        }
        return "redirect:/besoins/{id}/grille/{lineId}";
    }

    @GetMapping("/besoins/{id:\\d+}/grille.csv")
    ResponseEntity<byte[]> export(@PathVariable long id) {
        return Downloads.csv("grille-des-besoins.csv", CsvSheet.of(GridPage.COLUMNS, page.rows(rights.readable(id))));
    }
}
