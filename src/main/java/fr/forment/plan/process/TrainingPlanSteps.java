package fr.forment.plan.process;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.French;
import fr.forment.french.Typed;
import fr.forment.plan.Means;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanDecisionService;
import fr.forment.plan.PlanOpinions;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlanTerms;
import fr.forment.plan.Plans;
import fr.forment.plan.Warning;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.territory.PlaceClocks;
import java.util.ArrayList;
import lombok.RequiredArgsConstructor;

/**
 * What {@code trainingPlan.bpmn} asks. The key is the id of the first version of a chain; answers are about the version
 * it is at.
 */
@ProcessSteps
@RequiredArgsConstructor
public class TrainingPlanSteps {

    /** Eight warnings of at most 500 characters would not fit the 4000 of a variable. */
    private static final int WARNINGS_SHOWN = 6;

    private final PlanService service;
    private final PlanDecisionService decisions;
    private final Plans plans;
    private final PlanTerms terms;
    private final PlanOpinions opinions;
    private final Projects projects;
    private final PlaceClocks clocks;

    public boolean isAmendment(String key) {
        return plan(key).isAmendment();
    }

    public boolean isFirstPlan(String key) {
        return !isAmendment(key);
    }

    public void compute(String key) {
        service.calculate(id(key));
    }

    public void consult(String key) {
        service.consult(id(key));
    }

    public void remindComment(String key) {
        service.remindComment(id(key));
    }

    public boolean recordComment(String key, String about, String remark, String choice) {
        return decisions.comment(id(key), Typed.text(about), Typed.text(remark), choice);
    }

    public void submit(String key) {
        service.submit(id(key));
    }

    public void remindApproval(String key) {
        service.remindApproval(id(key));
    }

    public void openToDelegate(String key) {
        service.openToDelegate(id(key));
    }

    public String recordDecision(String key, String decision, String remarks) {
        return decisions.decide(id(key), decision, Typed.text(remarks)).code();
    }

    public void remindRevision(String key) {
        service.remindRevision(id(key));
    }

    public void recordRevision(String key, String note) {
        decisions.finishRevision(id(key), Typed.text(note));
    }

    public void publish(String key) {
        service.publish(id(key));
    }

    public void tellProject(String key) {
        service.tellProjectApproved(id(key));
    }

    public void reject(String key) {
        service.reject(id(key));
    }

    public String team(String key) {
        String circonscription = project(key).circonscriptionUai();
        return Groups.of(Role.CPC, circonscription) + "," + Groups.of(Role.ERUN, circonscription) + ","
                + Groups.of(Role.DSI, circonscription);
    }

    public String editors(String key) {
        String circonscription = project(key).circonscriptionUai();
        return Groups.of(Role.CPC, circonscription) + "," + Groups.of(Role.ERUN, circonscription);
    }

    public String ien(String key) {
        return Groups.of(Role.IEN, project(key).circonscriptionUai());
    }

    public String commentsUntil(String key) {
        return clocks.iso(project(key).circonscriptionUai(), terms.commentsUntil(plan(key)));
    }

    public String commentReminderDate(String key) {
        return clocks.iso(project(key).circonscriptionUai(), terms.commentReminder(plan(key)));
    }

    /** @param occurrence "1": reminder, "2": delegate */
    public String approvalDate(String key, String occurrence) {
        return clocks.iso(
                project(key).circonscriptionUai(), terms.approvalReminder(plan(key), Integer.parseInt(occurrence)));
    }

    public String revisionUntil(String key) {
        return clocks.iso(project(key).circonscriptionUai(), terms.revisionUntil(plan(key)));
    }

    public String revisionReminderDate(String key) {
        return clocks.iso(project(key).circonscriptionUai(), terms.revisionReminder(plan(key)));
    }

    public String projectTitle(String key) {
        return project(key).title();
    }

    public Markdown planId(String key) {
        return Markdown.text(plan(key).id());
    }

    public Markdown planTitle(String key) {
        return Markdown.text(plan(key).title());
    }

    /** "36 sessions, 96 h de formateur…" for the head of a form. */
    public Markdown figures(String key) {
        Means means = Means.of(plans.sessions(plan(key).id()));
        return Markdown.text(French.count(means.sessions(), "session") + ", " + French.count(means.places(), "place")
                + " pour " + French.count(means.expected(), "inscription attendue") + ", " + means.trainerHours()
                + " de formateur, " + means.traineeHours() + " de stagiaire.");
    }

    /** As a list in the form's text; a sentence when there is nothing to tell. */
    public Markdown warnings(String key) {
        var warnings = plans.warnings(plan(key).id());
        if (warnings.isEmpty()) {
            return Markdown.text("Aucune alerte.");
        }
        var list = new ArrayList<>(warnings.stream()
                .limit(WARNINGS_SHOWN)
                .map(TrainingPlanSteps::line)
                .toList());
        if (warnings.size() > WARNINGS_SHOWN) {
            list.add("… et " + (warnings.size() - WARNINGS_SHOWN) + " de plus sur la page du plan");
        }
        return Markdown.list(list);
    }

    /** What the IEN wrote about the version before; why an amendment was asked for. */
    public Markdown lastRemarks(String key) {
        Plan plan = plan(key);
        return Markdown.lines(plans.before(plan)
                .flatMap(before -> opinions.decision(before.id()))
                .map(PlanOpinions.Decision::remarks)
                .filter(remarks -> plan.number() > 1)
                .orElse(plan.reason()));
    }

    private static String line(Warning warning) {
        return warning.weight().label() + " : " + (warning.line() == null ? "" : "session n° " + warning.line() + ", ")
                + warning.text();
    }

    private Plan plan(String key) {
        return plans.current(id(key)).orElseThrow();
    }

    private Project project(String key) {
        return projects.find(plan(key).projectId()).orElseThrow();
    }

    private static long id(String key) {
        return Long.parseLong(key);
    }
}
