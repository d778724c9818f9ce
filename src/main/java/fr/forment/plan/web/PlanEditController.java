package fr.forment.plan.web;

import fr.forment.engine.Shown;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.people.OutOfReach;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanEditingService;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanPublicService;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.Warning;
import fr.forment.plan.words.PlanRemarks;
import fr.forment.project.Projects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves, adds and removes sessions of a version that is not decided on; prepares and gives up amendments. */
@Controller
@RequiredArgsConstructor
class PlanEditController {

    private final Plans plans;
    private final PlanEditingService editing;
    private final AmendmentService amendments;
    private final EditChoices choices;
    private final PlanNames names;
    private final PlanFollowUp followUp;
    private final PlanRemarks remarks;
    private final PlanRights rights;
    private final Projects projects;

    @GetMapping("/plans/{id}/modifier")
    String sessions(@PathVariable long id, Model model) {
        Plan plan = editable(id, model);
        List<PlannedSession> sessions = plans.sessions(id);
        List<Warning> warnings = plans.warnings(id);
        model.addAttribute("warnings", warnings);
        model.addAttribute("pins", plans.pinned(id));
        var present = followUp.present(plan);
        List<PlannedSession> now = PlanFollowUp.asTheyStand(present, sessions);
        PlanNames.Of called =
                names.of(Stream.concat(sessions.stream(), now.stream()).toList(), List.of(), List.of());
        model.addAttribute(
                "sections",
                PlanSections.sessions(now, called, warnings, today(present, sessions, called, remarks.ofLines(plan))));
        model.addAttribute("mayAbandon", rights.mayAbandon(plan));
        return "plan/edit";
    }

    /** The same, and where a session stands that people have moved since the plan in force was approved. */
    private static Map<Integer, List<String>> today(
            Map<Integer, PlanFollowUp.Present> present,
            List<PlannedSession> sessions,
            PlanNames.Of called,
            Map<Integer, List<String>> said) {
        Map<Integer, List<String>> all = new HashMap<>(said);
        sessions.stream()
                .filter(line -> present.containsKey(line.line()))
                .filter(line -> present.get(line.line()).isElsewhere(line))
                .forEach(line -> {
                    PlannedSession stands = present.get(line.line()).of(line);
                    all.merge(
                            line.line(),
                            List.of("Elle a changé depuis l'approbation, et reste ainsi si vous n'y touchez pas : "
                                    + French.day(stands.day()) + " à " + French.time(stands.start()) + ", "
                                    + called.place(stands.place()) + ", " + called.trainer(stands.trainerAgentId())
                                    + "."),
                            (one, other) ->
                                    Stream.concat(one.stream(), other.stream()).toList());
                });
        return all;
    }

    @GetMapping("/plans/{id}/modifier/{line}")
    String session(@PathVariable long id, @PathVariable int line, Model model) {
        Plan plan = editable(id, model);
        PlannedSession planned = line(plan, line);
        return form(plan, planned, SessionForm.of(planned), model);
    }

    @PostMapping("/plans/{id}/modifier/{line}")
    String change(
            @PathVariable long id,
            @PathVariable int line,
            @RequestParam(required = false) String vu,
            @ModelAttribute SessionForm form,
            Model model,
            RedirectAttributes after) {
        Plan plan = editable(id, model);
        rights.reaches(plan, line(plan, line), List.of(), form.place(), form.trainer());
        try {
            editing.change(id, line, form.change(), now -> shown(now).refuseUnlessSeen(vu));
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            PlannedSession now = line(plan, line);
            form(
                    plan,
                    now,
                    form.over(Shown.read(vu), now, names.of(List.of(now), form.places(), form.trainers())),
                    model);
            model.addAttribute("shown", shown(now).sentAfter(refusal, vu));
            return "plan/session";
        }
        after.addFlashAttribute("done", "La session de la ligne " + line + " est modifiée.");
        return "redirect:/plans/" + id + "/modifier";
    }

    @PostMapping("/plans/{id}/modifier/{line}/supprimer")
    String remove(
            @PathVariable long id,
            @PathVariable int line,
            @RequestParam(required = false) String vu,
            Model model,
            RedirectAttributes after) {
        line(editable(id, model), line);
        try {
            editing.remove(id, line, now -> shown(now).refuseUnlessSeen(vu));
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            return session(id, line, model);
        }
        after.addFlashAttribute("done", "La session de la ligne " + line + " est supprimée.");
        return "redirect:/plans/" + id + "/modifier";
    }

    @PostMapping("/plans/{id}/modifier/{line}/sans-heures")
    String spare(
            @PathVariable long id,
            @PathVariable int line,
            @RequestParam(required = false) String vu,
            Model model,
            RedirectAttributes after) {
        line(editable(id, model), line);
        try {
            int fewer = editing.spare(id, line, now -> shown(now).refuseUnlessSeen(vu));
            after.addFlashAttribute(
                    "done",
                    French.count(fewer, "place est retirée", "places sont retirées") + " de la session de la ligne "
                            + line + " : les personnes restent à former, avec les heures qui leur manquent.");
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            return session(id, line, model);
        }
        return "redirect:/plans/" + id + "/modifier";
    }

    @PostMapping("/plans/{id}/modifier/{line}/epingle")
    String pin(
            @PathVariable long id,
            @PathVariable int line,
            @RequestParam(defaultValue = "false") boolean epinglee,
            Model model,
            RedirectAttributes after) {
        line(editable(id, model), line);
        editing.pin(id, line, epinglee);
        after.addFlashAttribute(
                "done",
                "La session de la ligne " + line
                        + (epinglee
                                ? " est épinglée : un calcul la laisse où elle est."
                                : " peut être déplacée par un calcul."));
        return "redirect:/plans/" + id + "/modifier";
    }

    @GetMapping("/plans/{id}/modifier/nouvelle")
    String fresh(@PathVariable long id, Model model) {
        Plan plan = editable(id, model);
        return form(plan, null, new SessionForm("", null, null, null, null, "", null, null, null, ""), model);
    }

    @PostMapping("/plans/{id}/modifier/nouvelle")
    String add(@PathVariable long id, @ModelAttribute SessionForm form, Model model, RedirectAttributes after) {
        Plan plan = editable(id, model);
        rights.reaches(plan, null, form.schools() == null ? List.of() : form.schools(), form.place(), form.trainer());
        try {
            after.addFlashAttribute(
                    "done", "La session de la ligne " + editing.add(id, form.added()) + " est ajoutée.");
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            return form(plan, null, form, model);
        }
        return "redirect:/plans/" + id + "/modifier";
    }

    @PostMapping("/plans/{id}/avenant")
    String amend(@PathVariable long id, @RequestParam String reason, RedirectAttributes after) {
        rights.workedOn(id);
        try {
            Plan amendment = amendments.prepare(id, reason);
            after.addFlashAttribute(
                    "done", "L'avenant est ouvert. Modifiez les sessions, puis terminez la tâche « Réviser le plan ».");
            return "redirect:/plans/" + amendment.id() + "/modifier";
        } catch (Refusal refusal) {
            after.addFlashAttribute("problem", refusal.getMessage());
            return "redirect:/plans/" + id;
        }
    }

    @PostMapping("/plans/{id}/abandonner")
    String abandon(@PathVariable long id, RedirectAttributes after) {
        Plan plan = rights.workedOn(id);
        amendments.abandon(id);
        after.addFlashAttribute("done", "L'avenant est abandonné. Le plan en vigueur ne change pas.");
        return "redirect:/plans/" + plan.basePlanId();
    }

    /** @param planned null for one to add */
    private String form(Plan plan, PlannedSession planned, SessionForm form, Model model) {
        Integer line = planned == null ? null : planned.line();
        model.addAttribute("line", line);
        model.addAttribute("planned", planned);
        model.addAttribute("shown", line == null ? null : shown(planned).sent());
        model.addAttribute("form", form);
        model.addAttribute("withoutHours", isBlocked(plan, line) ? editing.withoutHours(plan.id(), line) : 0);
        model.addAttribute("said", line == null ? List.of() : remarks.ofLine(plan, line));
        model.addAttribute("choosesPublic", planned != null && PlanPublicService.isChosen(planned));
        model.addAttribute("pinned", line != null && plans.pinned(plan.id()).contains(line));
        choices.put(plan, line == null ? form.module() : planned.moduleCode(), form.day(), model);
        return "plan/session";
    }

    /** Only then it is asked whose hours are too few: that takes all a plan is made from. */
    private boolean isBlocked(Plan plan, Integer line) {
        return line != null
                && plans.warnings(plan.id()).stream()
                        .anyMatch(
                                warning -> line.equals(warning.line()) && warning.weight() == Warning.Weight.BLOQUANT);
    }

    private Shown shown(PlannedSession session) {
        PlanNames.Of said = names.of(List.of(session), List.of(), List.of());
        return Shown.of(
                SessionForm.DAY,
                French.day(session.day()),
                SessionForm.START,
                French.time(session.start()),
                SessionForm.DURATION,
                French.duration(session.minutes()),
                SessionForm.PLACE,
                said.place(session.place()),
                SessionForm.FORMAT,
                session.format().label(),
                SessionForm.TRAINER,
                said.trainer(session.trainerAgentId()),
                SessionForm.CAPACITY,
                session.capacity(),
                "Personnes attendues",
                session.expected());
    }

    private Plan editable(long id, Model model) {
        Plan plan = rights.workedOn(id);
        if (!plan.state().isEditable()) {
            throw new Refusal("Cette version ne se modifie plus ("
                    + French.inSentence(plan.state().label()) + ").");
        }
        model.addAttribute("plan", plan);
        model.addAttribute("whyId", plan.id());
        model.addAttribute("project", projects.find(plan.projectId()).orElseThrow());
        return plan;
    }

    /** Where it stands today: an amendment leaves it there, or moves it from there. */
    private PlannedSession line(Plan plan, int line) {
        return PlanFollowUp.asTheyStand(followUp.present(plan), plans.sessions(plan.id())).stream()
                .filter(session -> session.line() == line)
                .findFirst()
                .orElseThrow(OutOfReach::new);
    }
}
