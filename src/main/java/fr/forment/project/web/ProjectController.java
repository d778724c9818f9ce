package fr.forment.project.web;

import fr.forment.french.Refusal;
import fr.forment.people.Reach;
import fr.forment.project.Project;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import fr.forment.project.opening.SchoolDepartureService;
import fr.forment.territory.Circonscription;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Projects of the reader's perimeter, and one of them: where it stands, who is awaited, what blocks. */
@Controller
@RequiredArgsConstructor
class ProjectController {

    private final Projects projects;
    private final ProjectService service;
    private final SchoolDepartureService departures;
    private final ProjectPages pages;
    private final NewcomerSchools newcomers;
    private final ProjectRights rights;

    @GetMapping("/projets")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        List<String> mine = rights.readable().stream().map(Circonscription::uai).toList();
        model.addAttribute("projects", projects.inCirconscriptions(mine, page).with(pages::summaries));
        model.addAttribute("mayCreate", rights.leadsSomewhere());
        return "project/list";
    }

    @GetMapping("/projets/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        Project project = rights.readable(id);
        ProjectView view = pages.whole(project);
        model.addAttribute("view", view);
        model.addAttribute("openings", pages.openings(view));
        model.addAttribute(
                "mayAbandon",
                rights.leads(project.circonscriptionUai()) && !project.state().isFinal());
        model.addAttribute("newcomers", newcomers.of(view, rights.amends(project.circonscriptionUai())));
        model.addAttribute("seesPeople", rights.seesPeople());
        model.addAttribute("enrols", rights.enrols(project.circonscriptionUai()));
        return "project/project";
    }

    /** What the plan in force still expects of the school changes on the page of the plan. */
    @PostMapping("/projets/{id:\\d+}/sortie")
    String leave(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String ecoleSortie,
            @RequestParam(defaultValue = "") String motifSortie,
            RedirectAttributes next) {
        Project project = rights.led(id);
        if (!ecoleSortie.isBlank()) {
            Reach.of(projects.place(project.id(), ecoleSortie), place -> true);
        }
        try {
            departures.leave(project.id(), ecoleSortie, motifSortie);
        } catch (Refusal | TransientDataAccessException twice) {
            if (projects.place(project.id(), ecoleSortie)
                    .filter(place -> place.state().isGone())
                    .isEmpty()) {
                throw twice;
            }
            next.addFlashAttribute("done", "C'est déjà fait : l'école est sortie du projet.");
            return "redirect:/projets/" + id;
        }
        next.addFlashAttribute(
                "done",
                "L'école est sortie du projet. Si le plan en vigueur l'attend encore, ouvrez-le, puis « Ce qui est arrivé » : la page propose les sessions sans elle.");
        return "redirect:/projets/" + id;
    }

    /** A refusal (no motive, over already) is said by the page of refusals. */
    @PostMapping("/projets/{id:\\d+}/abandon")
    String abandon(@PathVariable long id, @RequestParam(defaultValue = "") String motive, RedirectAttributes next) {
        Project project = rights.led(id);
        service.abandon(project.id(), motive);
        next.addFlashAttribute("done", "Le projet est abandonné : tout ce qui était en cours est arrêté.");
        return "redirect:/projets/" + id;
    }
}
