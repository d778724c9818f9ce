package fr.forment.grid.web;

import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignRights;
import fr.forment.campaign.Needs;
import fr.forment.campaign.ZoneRate;
import fr.forment.catalogue.Profile;
import fr.forment.files.Downloads;
import fr.forment.french.Told;
import fr.forment.grid.GridFilter;
import fr.forment.grid.GridRunService;
import fr.forment.grid.GridService;
import fr.forment.territory.Circonscription;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The grid: totals and schools on screen, on paper and as files, always of the part that the filter names and the
 * person may see.
 */
@Controller
@RequiredArgsConstructor
class GridController {

    private final CampaignRights rights;
    private final GridRights lineRights;
    private final GridPage page;
    private final GridFiles files;
    private final GridService grid;
    private final GridRunService runs;
    private final Needs needs;
    private final SignedIn me;

    /** Schools that have answered, of those that are asked. */
    public record Heard(int answered, int expected) {}

    /** What the page that waits reads. */
    record Advance(boolean busy, int done, int total) {}

    @ModelAttribute("filter")
    GridFilter filter(
            @RequestParam(name = "circonscription", required = false) String circonscription,
            @RequestParam(name = "secteur", required = false) String sector,
            @RequestParam(name = "module", required = false) String module,
            @RequestParam(name = "voir", required = false) String only) {
        return GridFilter.of(circonscription, sector, module, only);
    }

    @GetMapping("/projets/{projectId:\\d+}/grille")
    String ofProject(@PathVariable long projectId) {
        return "redirect:/besoins/" + rights.readableOfProject(projectId).id() + "/grille";
    }

    @GetMapping("/besoins/{id:\\d+}/grille")
    String show(
            @PathVariable long id,
            @ModelAttribute("filter") GridFilter filter,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        Campaign campaign = rights.followable(id);
        Set<String> own = rights.own(campaign);
        GridFilter part = lineRights.part(campaign, filter, own);
        show(model, campaign, part, own, page.of(campaign, part, number));
        model.addAttribute("rate", rate(campaign, own));
        model.addAttribute("progress", runs.progress(id).orElse(null));
        model.addAttribute("mayCompute", campaign.state().hasGrid() && rights.mayCompute(campaign));
        return "grid/grid";
    }

    /** Only circonscriptions that the person may look at are offered. */
    private void show(Model model, Campaign campaign, GridFilter part, Set<String> own, Map<String, Object> shown) {
        model.addAllAttributes(shown);
        model.addAttribute("filter", part);
        model.addAttribute("whole", rights.mayRead(campaign));
        List<Circonscription> offered = ((List<?>) shown.get("circonscriptions"))
                .stream()
                        .map(Circonscription.class::cast)
                        .filter(each -> own.contains(each.uai()))
                        .toList();
        model.addAttribute("circonscriptions", rights.mayRead(campaign) || offered.size() > 1 ? offered : List.of());
    }

    /** Of the circonscriptions one looks after. */
    private Heard rate(Campaign campaign, Set<String> own) {
        List<ZoneRate> zones = needs.zones(campaign.id()).stream()
                .filter(zone -> own.contains(zone.uai()))
                .toList();
        return new Heard(
                zones.stream().mapToInt(ZoneRate::answered).sum(),
                zones.stream().mapToInt(ZoneRate::expected).sum());
    }

    /** What a total is made of, school by school. */
    @GetMapping("/besoins/{id:\\d+}/grille/origine")
    String origin(
            @PathVariable long id,
            @ModelAttribute("filter") GridFilter filter,
            @RequestParam(name = "public") Profile profile,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        if (filter.module().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Campaign campaign = rights.followable(id);
        Set<String> own = rights.own(campaign);
        GridFilter part = lineRights.part(campaign, filter, own);
        show(model, campaign, part, own, page.origin(campaign, part, profile, number));
        return "grid/origin";
    }

    @GetMapping("/besoins/{id:\\d+}/grille/impression")
    String print(@PathVariable long id, @ModelAttribute("filter") GridFilter filter, Model model) {
        Campaign campaign = rights.followable(id);
        Set<String> own = rights.own(campaign);
        GridFilter part = lineRights.part(campaign, filter, own);
        show(model, campaign, part, own, page.printed(campaign, part));
        return "grid/gridPrint";
    }

    @GetMapping("/besoins/{id:\\d+}/homogeneite")
    String homogeneity(@PathVariable long id, Model model) {
        Campaign campaign = rights.followable(id);
        model.addAllAttributes(page.homogeneity(campaign, rights.own(campaign)));
        return "grid/homogeneity";
    }

    @PostMapping("/besoins/{id:\\d+}/grille/calcul")
    String compute(@PathVariable long id, RedirectAttributes next) {
        me.act(() -> rights.mayCompute(rights.followable(id)));
        Told.on(
                next,
                () -> grid.ask(id)
                        .map(done -> "La grille est calculée : " + done
                                + ". Les corrections faites à la main sont conservées.")
                        .orElse(
                                "Le calcul est lancé. Vous pouvez quitter cette page : il continue. Les corrections faites à la main sont conservées."));
        return "redirect:/besoins/{id}/grille";
    }

    /** Asked by the page while a computation runs. */
    @GetMapping("/besoins/{id:\\d+}/grille/avancement.json")
    @ResponseBody
    Advance advance(@PathVariable long id) {
        return runs.progress(rights.followable(id).id())
                .map(progress -> new Advance(true, progress.done(), progress.total()))
                .orElse(new Advance(false, 0, 0));
    }

    @GetMapping("/besoins/{id:\\d+}/grille.csv")
    void csv(@PathVariable long id, @ModelAttribute("filter") GridFilter filter, HttpServletResponse answer)
            throws IOException {
        Campaign campaign = rights.followable(id);
        GridFilter part = lineRights.part(campaign, filter);
        files.csv(campaign, part, Downloads.begin(answer, "grille-des-besoins.csv", Downloads.CSV));
    }

    @GetMapping("/besoins/{id:\\d+}/grille.xlsx")
    void xlsx(@PathVariable long id, @ModelAttribute("filter") GridFilter filter, HttpServletResponse answer)
            throws IOException {
        Campaign campaign = rights.followable(id);
        GridFilter part = lineRights.part(campaign, filter);
        files.workbook(campaign, part, Downloads.begin(answer, "grille-des-besoins.xlsx", Downloads.XLSX));
    }
}
