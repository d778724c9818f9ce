package fr.forment.computation.web;

import fr.forment.computation.PlanRun;
import fr.forment.computation.PlanRunService;
import fr.forment.computation.PlanRuns;
import fr.forment.computation.RunReading;
import fr.forment.computation.RunState;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanRights;
import fr.forment.plan.Plans;
import fr.forment.project.Projects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The search for a better plan: asked for, watched, kept or let go. */
@Controller
@RequiredArgsConstructor
class RunController {

    private final PlanRunService service;
    private final PlanRuns runs;
    private final RunReading reading;
    private final RunPage page;
    private final PlanRights rights;
    private final Plans plans;
    private final Projects projects;

    @GetMapping("/plans/{id}/calcul")
    String show(@PathVariable long id, Model model) {
        Plan plan = rights.whole(id);
        Optional<PlanRun> run = runs.latest(id);
        model.addAttribute("plan", plan);
        model.addAttribute("project", projects.find(plan.projectId()).orElseThrow());
        model.addAttribute("mayAct", rights.mayEdit(plan));
        model.addAttribute("pins", plans.pinned(id));
        model.addAttribute("limit", reading.limit());
        run.ifPresent(found -> page.put(plan, found, model));
        run.filter(found -> found.state() == RunState.TERMINE)
                .ifPresent(found -> model.addAttribute("changed", reading.changedSince(found)));
        return "computation/run";
    }

    /** The part of the page that moves. */
    @GetMapping("/plans/{id}/calcul/avancement")
    String progress(@PathVariable long id, Model model) {
        Plan plan = rights.whole(id);
        model.addAttribute("plan", plan);
        model.addAttribute("mayAct", rights.mayEdit(plan));
        runs.latest(id).ifPresent(found -> page.put(plan, found, model));
        return "computation/progress :: progress";
    }

    @PostMapping("/plans/{id}/calcul")
    String ask(
            @PathVariable long id, @RequestParam(defaultValue = "false") boolean epingles, RedirectAttributes after) {
        rights.workedOn(id);
        try {
            service.ask(id, epingles);
        } catch (Refusal refusal) {
            after.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/plans/" + id + "/calcul";
    }

    /** @param calcul the search that was looked at: another one may have taken its place */
    @PostMapping("/plans/{id}/calcul/garder")
    String keep(@PathVariable long id, @RequestParam long calcul, RedirectAttributes after) {
        rights.workedOn(id);
        boolean kept = Told.on(after, () -> {
            service.keep(id, calcul);
            return "Le plan trouvé est gardé : ses sessions sont celles du plan.";
        });
        return "redirect:/plans/" + id + (kept ? "" : "/calcul");
    }

    @PostMapping("/plans/{id}/calcul/laisser")
    String drop(@PathVariable long id, @RequestParam long calcul, RedirectAttributes after) {
        rights.workedOn(id);
        Told.on(after, "Le résultat est laissé de côté : le plan n'a pas changé.", () -> service.drop(id, calcul));
        return "redirect:/plans/" + id + "/calcul";
    }
}
