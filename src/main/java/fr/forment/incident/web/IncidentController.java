package fr.forment.incident.web;

import fr.forment.account.SignedIn;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.incident.Happened;
import fr.forment.incident.Happening;
import fr.forment.incident.IncidentService;
import fr.forment.incident.IncidentService.Applied;
import fr.forment.people.Reach;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Ce qui est arrivé » : said, shown with what it makes of the plan, applied when a person says so. */
@Controller
@RequiredArgsConstructor
class IncidentController {

    private static final String AT_ONCE = "tout-de-suite";
    private static final String SPREAD = "demi-journees";

    private final IncidentService service;
    private final IncidentPage page;
    private final IncidentChoices choices;
    private final PlanRights rights;
    private final Reach reach;
    private final Plans plans;
    private final Projects projects;
    private final SignedIn me;
    private final Clock clock;

    @GetMapping("/plans/{id}/evenement")
    String show(@PathVariable long id, @ModelAttribute IncidentForm form, Model model) {
        Plan plan = rights.whole(id);
        Project project = projects.find(plan.projectId()).orElseThrow();
        me.refuseUnless(rights.isOfTeamOf(project.circonscriptionUai()));
        reaches(plan, project, form);
        List<PlannedSession> sessions;
        try {
            sessions = page.answer(plan, form, form.happening(LocalDate.now(clock)), model);
        } catch (Refusal refusal) {
            if (!form.isUntouched()) {
                model.addAttribute("problem", refusal.getMessage());
            }
            sessions = plans.sessions(id);
        }
        choices.put(plan, project, sessions, form, model);
        return "incident/page";
    }

    @PostMapping("/plans/{id}/evenement")
    String apply(
            @PathVariable long id,
            @ModelAttribute IncidentForm form,
            @RequestParam(defaultValue = "") String vu,
            @RequestParam(defaultValue = "") String geste,
            RedirectAttributes after) {
        Plan plan = rights.workedOn(id);
        reaches(plan, projects.find(plan.projectId()).orElseThrow(), form);
        Optional<Plan> instead = service.inForceInsteadOf(plan);
        if (instead.isPresent()) {
            after.addFlashAttribute(
                    "problem",
                    "Cette version vient d'être remplacée : rien n'a été fait. Voici ce que cela change dans le plan en vigueur.");
            return "redirect:" + form.page(instead.get().id());
        }
        try {
            Happening happening = form.happening(LocalDate.now(clock));
            if (geste.equals(AT_ONCE)) {
                Applied applied = service.applyAtOnce(id, happening, form.motive(), vu);
                after.addFlashAttribute(
                        "done",
                        "Les sessions sont changées, sans nouvel avenant ; les courriels aux personnes concernées attendent d'être relus."
                                + left(applied));
                return "redirect:/plans/" + id;
            }
            if (geste.equals(SPREAD)) {
                Applied applied = service.applySpreads(id, happening, form.motive(), vu);
                after.addFlashAttribute(
                        "done",
                        "Les sessions à plusieurs dates ou à plusieurs personnes sont changées ; les courriels aux personnes concernées attendent d'être relus."
                                + left(applied));
                return "redirect:/plans/" + id;
            }
            Applied applied = service.apply(id, happening, form.motive(), vu);
            if (applied.goesOn()) {
                boolean noted = happening.isNoted();
                after.addFlashAttribute(
                        "done",
                        (noted ? "C'est noté. " : "")
                                + "Un avenant est déjà en préparation : voici ce que cela y change." + left(applied));
                return "redirect:"
                        + (noted ? "/plans/" + applied.planId() + "/evenement" : form.page(applied.planId()));
            }
            after.addFlashAttribute("done", told(applied, id, form.what()));
            return "redirect:/plans/" + applied.planId();
        } catch (Refusal refusal) {
            return twice(id, form, geste, refusal.getMessage(), after);
        } catch (TransientDataAccessException | DuplicateKeyException meanwhile) {
            return twice(id, form, geste, Told.MEANWHILE, after);
        }
    }

    /** The first click had done it: whoever clicked again is shown what it made. */
    private String twice(long id, IncidentForm form, String geste, String problem, RedirectAttributes after) {
        Optional<Long> made = geste.isEmpty() ? prepared(id, form) : Optional.empty();
        if (made.isPresent()) {
            after.addFlashAttribute("done", "C'est déjà fait : l'avenant est préparé pour cela, le voici.");
            return "redirect:/plans/" + made.get();
        }
        after.addFlashAttribute("problem", problem);
        return "redirect:" + form.page(id);
    }

    private Optional<Long> prepared(long id, IncidentForm form) {
        try {
            return service.prepared(id, form.happening(LocalDate.now(clock)));
        } catch (Refusal no) {
            return Optional.empty(); // there is nothing to look at
        }
    }

    private static String told(Applied applied, long planId, Happened what) {
        String done = applied.amends()
                ? "L'avenant est préparé avec les changements proposés. "
                        + (what == Happened.RETARD
                                ? "L'IEN le reçoit dès qu'il est complet"
                                : "Il reste à le soumettre à l'IEN")
                        + " ; rien ne change pour les personnes d'ici là."
                : applied.planId() == planId && what == Happened.RESSOURCES
                        ? "Les changements proposés sont faits dans cette version."
                        : "C'est enregistré.";
        return done + left(applied);
    }

    private static String left(Applied applied) {
        return applied.leftToSay().stream().map(" "::concat).reduce("", String::concat);
    }

    private void reaches(Plan plan, Project project, IncidentForm form) {
        if (!form.namedSchools().isEmpty()) {
            Reach.within(form.namedSchools(), projects.schools(plan.projectId()));
        }
        reach.place(form.lieu(), project.circonscriptionUai(), null);
        form.people().forEach(person -> reach.trainer(person, project.circonscriptionUai(), null));
    }
}
