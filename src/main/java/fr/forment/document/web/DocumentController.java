package fr.forment.document.web;

import fr.forment.document.HoursPlot;
import fr.forment.document.PlanWeek;
import fr.forment.document.PlanWeeks;
import fr.forment.means.MeansReader;
import fr.forment.means.PlanMeans;
import fr.forment.people.OutOfReach;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanFollowUp.HeldPlan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.words.Balance;
import fr.forment.plan.words.DifferenceWords;
import fr.forment.plan.words.PlanDifference;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A version week by week, and against another one. */
@Controller
@RequiredArgsConstructor
class DocumentController {

    private final Plans plans;
    private final PlanFollowUp followUp;
    private final PlanRights rights;
    private final PlanNames names;
    private final PlanWeeks weeks;
    private final MeansReader reader;
    private final Projects projects;
    private final Circonscriptions circonscriptions;

    @GetMapping("/plans/{id}/calendrier")
    String calendar(@PathVariable long id, Model model) {
        Plan plan = rights.whole(id);
        Project project = about(plan, model);
        HeldPlan held = followUp.held(plan, plans.sessions(id));
        List<PlannedSession> sessions = held.halfDays();
        Circonscription circonscription =
                circonscriptions.find(project.circonscriptionUai()).orElseThrow();
        PlanMeans means = reader.of(plan, held);
        model.addAttribute("rows", PlanWeek.folded(weeks.of(circonscription.zone(), sessions)));
        model.addAttribute("zone", circonscription.zone().label());
        model.addAttribute("periods", means.periods());
        model.addAttribute("plot", HoursPlot.of(means.periods()));
        model.addAttribute("names", names.of(sessions, List.of(), List.of()).naming(rights.named(plan)));
        return "document/calendar";
    }

    /** @param avec another version of the same project; without one, the version before */
    @GetMapping("/plans/{id}/comparer")
    String compare(@PathVariable long id, @RequestParam(required = false) Long avec, Model model) {
        Plan plan = rights.whole(id);
        about(plan, model);
        List<Plan> versions = plans.ofProject(plan.projectId());
        Plan other = avec == null
                ? plans.before(plan).orElse(null)
                : versions.stream()
                        .filter(version -> version.id().equals(avec))
                        .findFirst()
                        .orElseThrow(OutOfReach::new);
        model.addAttribute(
                "versions",
                versions.stream().filter(version -> !version.id().equals(id)).toList());
        model.addAttribute("other", other);
        if (other != null) {
            boolean earlier = other.id() < plan.id();
            List<PlannedSession> before = plans.sessions(earlier ? other.id() : id);
            List<PlannedSession> after = plans.sessions(earlier ? id : other.id());
            model.addAttribute("from", earlier ? other : plan);
            model.addAttribute("to", earlier ? plan : other);
            PlanDifference difference =
                    followUp.difference(earlier ? other : plan, before, earlier ? plan : other, after);
            PlanNames.Of called = names.of(
                            Stream.of(before, after, difference.sessions())
                                    .flatMap(List::stream)
                                    .toList(),
                            List.of(),
                            List.of())
                    .naming(rights.named(plan));
            List<String> served = projects.schools(plan.projectId());
            model.addAttribute(
                    "balance",
                    Balance.changes(
                            plans.balance(earlier ? other.id() : id, before, called.modules(), served),
                            plans.balance(earlier ? id : other.id(), after, called.modules(), served)));
            model.addAttribute("difference", DifferenceWords.of(difference, called));
        }
        return "document/compare";
    }

    private Project about(Plan plan, Model model) {
        Project project = projects.find(plan.projectId()).orElseThrow();
        model.addAttribute("plan", plan);
        model.addAttribute("project", project);
        return project;
    }
}
