package fr.forment.needs.web;

import fr.forment.catalogue.Profile;
import fr.forment.engine.Refusal;
import fr.forment.needs.Campaign;
import fr.forment.needs.GridFilter;
import fr.forment.needs.GridService;
import fr.forment.staff.CsvSheet;
import fr.forment.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The grid: totals and schools on screen, on paper and as files, always of the part that the filter names. */
@Controller
class GridController {

    private final CampaignRights rights;
    private final GridPage page;
    private final GridFiles files;
    private final GridService grid;
    private final SignedIn me;

    GridController(CampaignRights rights, GridPage page, GridFiles files, GridService grid, SignedIn me) {
        this.rights = rights;
        this.page = page;
        this.files = files;
        this.grid = grid;
        this.me = me;
    }

    @ModelAttribute("filter")
    GridFilter filter(@RequestParam(name = "circonscription", required = false) String circonscription,
            @RequestParam(name = "secteur", required = false) String sector, @RequestParam(name = "module", required = false) String module,
            @RequestParam(name = "voir", required = false) String only) {
        return GridFilter.of(circonscription, sector, module, only);
    }

    @GetMapping("/projets/{projectId:\\d+}/grille")
    String ofProject(@PathVariable long projectId) {
        return "redirect:/besoins/" + rights.readableOfProject(projectId).id() + "/grille";
    }

    @GetMapping("/besoins/{id:\\d+}/grille")
    String show(@PathVariable long id, @ModelAttribute("filter") GridFilter filter, @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        Campaign campaign = rights.readable(id);
        model.addAllAttributes(page.of(campaign, filter, number));
        model.addAttribute("mayCorrect", campaign.state().hasGrid() && rights.mayCorrect(campaign));
        return "needs/grid";
    }

    /** What a total is made of, school by school. */
    @GetMapping("/besoins/{id:\\d+}/grille/origine")
    String origin(@PathVariable long id, @ModelAttribute("filter") GridFilter filter, @RequestParam(name = "public") Profile profile,
            @RequestParam(name = "page", defaultValue = "1") int number, Model model) {
        if (filter.module().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAllAttributes(page.origin(rights.readable(id), filter, profile, number));
        return "needs/origin";
    }

    @GetMapping("/besoins/{id:\\d+}/grille/impression")
    String print(@PathVariable long id, @ModelAttribute("filter") GridFilter filter, Model model) {
        model.addAllAttributes(page.printed(rights.readable(id), filter));
        return "needs/gridPrint";
    }

    @GetMapping("/besoins/{id:\\d+}/homogeneite")
    String homogeneity(@PathVariable long id, Model model) {
        model.addAllAttributes(page.homogeneity(rights.readable(id)));
        return "needs/homogeneity";
    }

    @PostMapping("/besoins/{id:\\d+}/grille/calcul")
    String compute(@PathVariable long id, RedirectAttributes next) {
        me.refuseUnless(rights.mayCorrect(rights.readable(id)));
        try {
            next.addFlashAttribute("done", "La grille est calculée : " + grid.compute(id) + ". Les corrections faites à la main sont conservées.");
        } catch (Refusal refusal) {
            next.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/besoins/{id}/grille";
    }

    @GetMapping("/besoins/{id:\\d+}/grille.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, @ModelAttribute("filter") GridFilter filter) {
        return Downloads.csv("grille-des-besoins.csv", CsvSheet.of(GridFiles.COLUMNS, files.rows(rights.readable(id), filter)));
    }

    @GetMapping("/besoins/{id:\\d+}/grille.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable long id, @ModelAttribute("filter") GridFilter filter) {
        return Downloads.xlsx("grille-des-besoins.xlsx", files.workbook(rights.readable(id), filter));
    }
}
