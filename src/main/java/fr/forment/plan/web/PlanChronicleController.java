package fr.forment.plan.web;

import fr.forment.plan.Plan;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlanState;
import fr.forment.project.Projects;
import fr.forment.timeline.Chronicle;
import fr.forment.timeline.ChroniclePage;
import fr.forment.timeline.ChronicleSubject;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What happened to a plan through all its versions; for those who see it whole. */
@Controller
@RequiredArgsConstructor
class PlanChronicleController {

    private final PlanRights rights;
    private final Projects projects;
    private final ChroniclePage page;

    @GetMapping("/plans/{id}/chronologie")
    String page(@PathVariable long id, @ModelAttribute ChroniclePage.Asked asked, Model model) {
        Plan plan = rights.whole(id);
        String project = projects.find(plan.projectId()).orElseThrow().title();
        return page.show(
                plan.title() + ", " + project, "/plans/" + id, "/plans/" + id + "/chronologie", of(plan), asked, model);
    }

    @GetMapping("/plans/{id}/chronologie.csv")
    ResponseEntity<byte[]> sheet(@PathVariable long id, @ModelAttribute ChroniclePage.Asked asked) {
        return page.sheet("chronologie-plan-" + id, of(rights.whole(id)), asked);
    }

    /** Texts name trainers and people: partners read what was done, not what was written. */
    private Chronicle of(Plan plan) {
        Chronicle chronicle = page.begin(ChronicleSubject.PLAN)
                .with("plan", plan.id())
                .with("root", plan.rootId())
                .journal(
                        Plan.JOURNAL,
                        "j.subject IN (SELECT CAST(p.id AS VARCHAR(40)) FROM training_plan p WHERE p.id = :root OR p.root_id = :root)",
                        "CASE WHEN j.part IS NULL THEN NULL ELSE 'ligne ' || j.part END",
                        rights.seesPeople(plan))
                .letters(
                        "m.about IN (SELECT '/plans/' || p.id FROM training_plan p WHERE p.id = :root OR p.root_id = :root)");
        Arrays.stream(PlanState.values()).forEach(each -> chronicle.called(each.name(), each.label()));
        return chronicle;
    }
}
