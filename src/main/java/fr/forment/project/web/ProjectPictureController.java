package fr.forment.project.web;

import fr.forment.diagram.Pictures;
import fr.forment.french.French;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a project, a vague with its schools, and one school on its way to the opening stand, drawn. */
@Controller
@RequiredArgsConstructor
class ProjectPictureController {

    private static final String PAGE = "diagram/course";
    private static final String OPENING = "schoolOpening";
    private static final String SCHOOLS = "SELECT id FROM vague_school WHERE vague_id = :of";

    private final Projects projects;
    private final ProjectRights rights;
    private final Schools schools;
    private final Pictures pictures;

    @GetMapping("/projets/{id}/deroulement")
    String ofProject(@PathVariable long id, Model model) {
        Project project = rights.readable(id);
        model.addAttribute("subject", project.title());
        model.addAttribute("back", "/projets/" + id);
        model.addAttribute("pictures", List.of(pictures.ofOne("entProject", id)));
        return PAGE;
    }

    @GetMapping("/projets/{id}/vagues/{rank}/deroulement")
    String ofVague(@PathVariable long id, @PathVariable int rank, Model model) {
        Project project = rights.readable(id);
        Vague vague = projects.vagues(project.id()).stream()
                .filter(each -> each.rank() == rank)
                .findFirst()
                .orElseThrow(OutOfReach::new);
        model.addAttribute("subject", vague.title() + ", " + project.title());
        model.addAttribute("back", "/projets/" + id);
        model.addAttribute(
                "pictures",
                List.of(pictures.ofOne("vague", vague.id()), pictures.ofMany(OPENING, SCHOOLS, vague.id(), "écoles")));
        return PAGE;
    }

    /** For those who read the project, and for who directs the school. */
    @GetMapping("/projets/{id}/ecoles/{uai}/deroulement")
    String ofSchool(@PathVariable long id, @PathVariable String uai, Model model) {
        boolean own = rights.directedSchools().contains(uai);
        Project project = own ? Reach.of(projects.find(id), any -> true) : rights.readable(id);
        VagueSchool place = Reach.of(projects.place(project.id(), uai), any -> true);
        String name = schools.find(uai).map(School::displayName).orElse(uai);
        Optional<Vague> vague = projects.vague(place.vagueId());
        model.addAttribute(
                "subject",
                name + vague.map(each -> ", " + French.inSentence(each.title())).orElse(""));
        model.addAttribute("back", own ? "/ecole" : "/projets/" + id);
        model.addAttribute("pictures", List.of(pictures.ofOne(OPENING, place.id())));
        return PAGE;
    }
}
