package fr.forment.project.web;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.french.Typed;
import fr.forment.people.Reach;
import fr.forment.project.PlanCourse;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.SurveyCourse;
import fr.forment.project.Vague;
import fr.forment.project.opening.SchoolArrivalService;
import fr.forment.territory.School;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A school enters a project that runs: which, with which vague, and what that means for dates. */
@Controller
@RequiredArgsConstructor
class SchoolEntryController {

    /**
     * A vague as the page offers it.
     *
     * @param refusal why no school enters it, null where one may
     * @param first when a session that is added could take place, and what has to come before
     */
    record Offered(Vague vague, String refusal, PlanCourse.FirstDay first) {

        /** The first session that could be added comes after the opening. */
        public boolean isTight() {
            return !vague.opensOn().isAfter(first.day());
        }
    }

    private final Projects projects;
    private final SchoolArrivalService arrivals;
    private final ProjectRights rights;
    private final PlanCourse plan;
    private final SurveyCourse survey;
    private final Reach reach;

    @GetMapping("/projets/{id}/entree")
    String form(@PathVariable long id, Model model) {
        return show(rights.led(id), "", "", "", model);
    }

    @PostMapping("/projets/{id}/entree")
    String join(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String ecole,
            @RequestParam(defaultValue = "") String vague,
            @RequestParam(defaultValue = "") String echeance,
            Model model,
            RedirectAttributes next) {
        Project project = rights.led(id);
        if (!ecole.isBlank()) {
            reach.school(ecole);
        }
        String problem;
        try {
            Vague with = arrivals.join(id, ecole, Typed.number(vague).orElse(null), echeance);
            next.addFlashAttribute("done", told(with));
            return "redirect:/projets/" + id;
        } catch (Refusal refusal) {
            problem = refusal.getMessage();
        } catch (TransientDataAccessException | DuplicateKeyException meanwhile) {
            problem = Told.MEANWHILE;
        }
        Optional<Vague> in = arrivals.isIn(id, ecole);
        if (in.isPresent()) { // clicked twice, or somebody was faster
            next.addFlashAttribute(
                    "done",
                    "C'est déjà fait : l'école est dans le projet, avec "
                            + in.get().inSentence() + ".");
            return "redirect:/projets/" + id;
        }
        model.addAttribute("problem", problem);
        return show(project, ecole, vague, echeance, model);
    }

    private String told(Vague vague) {
        return "L'école entre dans le projet avec " + vague.inSentence() + " (ouverture le "
                + French.day(vague.opensOn()) + "). Sa direction en est informée."
                + " Si un plan de formation est en vigueur, elle n'y est pas encore : cette page propose l'avenant.";
    }

    private String show(Project project, String school, String rank, String due, Model model) {
        List<Vague> all = projects.vagues(project.id());
        Map<Integer, PlanCourse.FirstDay> first = plan.firstNewSessions(project, all);
        List<Offered> vagues = all.stream()
                .map(vague -> new Offered(vague, arrivals.refusal(vague).orElse(null), first.get(vague.rank())))
                .toList();
        Optional<String> refusal = arrivals.refusal(project)
                .or(
                        () -> vagues.stream().anyMatch(each -> each.refusal() == null)
                                ? Optional.empty()
                                : Optional.of(
                                        "Aucune vague de ce projet n'ouvre encore : une école de plus suit un nouveau projet."));
        model.addAttribute("project", project);
        model.addAttribute("refusal", refusal.orElse(null));
        model.addAttribute("vagues", vagues);
        List<School> schools = refusal.isPresent() ? List.of() : arrivals.candidates(project);
        model.addAttribute("schools", schools);
        model.addAttribute(
                "from",
                survey.enterFrom(project.id(), schools.stream().map(School::uai).toList()));
        model.addAttribute("ownDay", survey.ownDay(project.id()).orElse(null));
        model.addAttribute("school", school);
        model.addAttribute("rank", rank);
        model.addAttribute("due", due);
        return "project/entry";
    }
}
