package fr.forment.plan.web;

import fr.forment.people.MyPerimeter;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanRights;
import fr.forment.plan.Plans;
import fr.forment.plan.feedback.SchoolFeedback;
import fr.forment.plan.feedback.SchoolFeedbacks;
import fr.forment.project.Projects;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What a school's answer changed in the plan: for its director once the plan is in force, for the circonscription's
 * team at any time.
 */
@Controller
@RequiredArgsConstructor
class FeedbackController {

    private final Plans plans;
    private final SchoolFeedbacks feedbacks;
    private final PlanRights rights;
    private final MyPerimeter perimeter;
    private final Projects projects;
    private final Schools schools;

    /** The page of the school in the plan in force; says so kindly while there is none. */
    @GetMapping("/projets/{projectId:\\d+}/ecoles/{uai}/reponse")
    String latest(@PathVariable long projectId, @PathVariable String uai, Model model) {
        School school = Reach.of(
                schools.find(uai).filter(found -> perimeter.seesPeopleOfSchool(uai)),
                found -> projects.place(projectId, uai).isPresent());
        return plans.approved(projectId)
                .map(plan -> "redirect:/plans/" + plan.id() + "/ecoles/" + uai)
                .orElseGet(() -> {
                    model.addAttribute("school", school);
                    return "plan/feedback";
                });
    }

    @GetMapping("/plans/{id:\\d+}/ecoles/{uai}")
    String show(@PathVariable long id, @PathVariable String uai, Model model) {
        Plan plan = Reach.of(plans.find(id), found -> rights.readsAnswers(found, uai));
        SchoolFeedback feedback = feedbacks.of(plan, uai).orElseThrow(OutOfReach::new);
        model.addAttribute("plan", plan);
        model.addAttribute("project", projects.find(plan.projectId()).orElseThrow());
        model.addAttribute("school", schools.find(uai).orElseThrow());
        model.addAttribute("feedback", feedback);
        return "plan/feedback";
    }
}
