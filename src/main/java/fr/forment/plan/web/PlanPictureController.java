package fr.forment.plan.web;

import fr.forment.diagram.Pictures;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanRights;
import fr.forment.project.Projects;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a plan stands, drawn; for those who see it whole. All versions of a chain are one case. */
@Controller
@RequiredArgsConstructor
class PlanPictureController {

    private final PlanRights rights;
    private final Projects projects;
    private final Pictures pictures;

    @GetMapping("/plans/{id}/deroulement")
    String picture(@PathVariable long id, Model model) {
        Plan plan = rights.whole(id);
        model.addAttribute(
                "subject",
                plan.title() + ", "
                        + projects.find(plan.projectId()).orElseThrow().title());
        model.addAttribute("back", "/plans/" + id);
        model.addAttribute("pictures", List.of(pictures.ofOne("trainingPlan", plan.rootId())));
        return "diagram/course";
    }
}
