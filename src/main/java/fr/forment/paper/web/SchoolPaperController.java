package fr.forment.paper.web;

import fr.forment.files.Downloads;
import fr.forment.paper.Printer;
import fr.forment.paper.SchoolPaper;
import fr.forment.paper.Standing;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.feedback.SchoolFeedback;
import fr.forment.plan.feedback.SchoolFeedbacks;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.Schools;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What one school is given, on one paper: for its director once the plan is in force, for the team at any time. */
@Controller
@RequiredArgsConstructor
class SchoolPaperController {

    private final Plans plans;
    private final PlanFollowUp followUp;
    private final PlanRights rights;
    private final PlanNames names;
    private final SchoolFeedbacks feedbacks;
    private final Schools schools;
    private final Projects projects;
    private final PlaceClocks clocks;
    private final Printer printer;

    @GetMapping("/plans/{id:\\d+}/ecoles/{uai}/formations.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, @PathVariable String uai) {
        Plan plan = Reach.of(plans.find(id), found -> rights.readsAnswers(found, uai));
        SchoolFeedback feedback = feedbacks.of(plan, uai).orElseThrow(OutOfReach::new);
        Project project = projects.find(plan.projectId()).orElseThrow();
        List<PlannedSession> sessions = followUp.held(plan, plans.sessions(id)).halfDays().stream()
                .filter(session -> session.schoolUais().contains(uai))
                .toList();
        var paper = new SchoolPaper(
                plan,
                project.title(),
                schools.find(uai).orElseThrow(OutOfReach::new),
                Standing.of(plan),
                clocks.today(project.circonscriptionUai()),
                sessions,
                feedback,
                names.of(sessions, List.of(), List.of()));
        byte[] file = printer.print("paper/school", Map.of("paper", paper, "warnings", List.of()));
        return Downloads.pdf("formations-" + uai + ".pdf", file);
    }
}
