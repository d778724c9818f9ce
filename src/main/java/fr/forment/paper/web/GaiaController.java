package fr.forment.paper.web;

import fr.forment.files.Downloads;
import fr.forment.french.Refusal;
import fr.forment.means.GaiaLinks;
import fr.forment.paper.GaiaFile;
import fr.forment.paper.GaiaReport;
import fr.forment.paper.Standing;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanFollowUp.HeldPlan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.Projects;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What GAIA or SOFIA is told of a plan: first the report, then, once the plan is approved, the file. */
@Controller
@RequiredArgsConstructor
class GaiaController {

    private final Plans plans;
    private final PlanFollowUp followUp;
    private final PlanRights rights;
    private final PlanNames names;
    private final GaiaLinks links;
    private final Projects projects;

    /** A version, what GAIA is told of it, and how things in it are called. */
    private record Told(Plan plan, GaiaReport report, PlanNames.Of names) {}

    @GetMapping("/plans/{id}/gaia")
    String report(@PathVariable long id, Model model) {
        Told told = told(id);
        model.addAttribute("plan", told.plan());
        model.addAttribute("project", projects.find(told.plan().projectId()).orElseThrow());
        model.addAttribute("standing", Standing.of(told.plan()));
        model.addAttribute("report", told.report());
        model.addAttribute("names", told.names());
        return "paper/gaia";
    }

    @GetMapping("/plans/{id}/gaia.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable long id) {
        Told told = approved(id);
        return Downloads.xlsx("gaia-plan-" + id + ".xlsx", GaiaFile.workbook(told.report(), told.names()));
    }

    @GetMapping("/plans/{id}/gaia.csv")
    ResponseEntity<byte[]> lines(@PathVariable long id) {
        Told told = approved(id);
        return Downloads.csv("gaia-plan-" + id + ".csv", GaiaFile.csv(told.report(), told.names()));
    }

    /** Also before the approval: what is missing can then still be found. */
    @GetMapping("/plans/{id}/gaia-rapport.csv")
    ResponseEntity<byte[]> notes(@PathVariable long id) {
        Told told = told(id);
        return Downloads.csv("gaia-rapport-plan-" + id + ".csv", GaiaFile.notes(told.report(), told.names()));
    }

    private Told approved(long id) {
        Told told = told(id);
        if (!Standing.of(told.plan()).isApproved()) {
            throw new Refusal(
                    "Seul un plan approuvé et en vigueur est saisi dans GAIA : le fichier pourra être téléchargé"
                            + " quand l'IEN l'aura approuvé. Le rapport se lit dès maintenant.");
        }
        return told;
    }

    private Told told(long id) {
        Plan plan = rights.whole(id);
        HeldPlan held = followUp.held(plan, plans.sessions(id));
        List<PlannedSession> sessions = held.sessions();
        PlanNames.Of called = names.of(sessions, List.of(), List.of()).naming(rights.named(plan));
        var known = links.of(
                plan.projectId(),
                sessions.stream().map(PlannedSession::moduleCode).collect(Collectors.toSet()));
        return new Told(plan, GaiaReport.of(held, known, called), called);
    }
}
