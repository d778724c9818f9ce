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
import fr.forment.plan.PlanFollowUp;
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
    private final PlanFollowUp followUp;
    private final PlanTerms terms;
    private final PlanOpinions opinions;
    private final Projects projects;
    private final PlaceClocks clocks;

    public boolean isAmendment(long key) {
        return plan(key).isAmendment();
    }

    public boolean isReady(long key) {
        return service.isReady(key);
    }

    public boolean isFirstPlan(long key) {
        return !isAmendment(key);
    }

    public void compute(long key) {
        service.calculate(key);
    }

    public void consult(long key) {
        service.consult(key);
    }

    public void remindComment(long key) {
        service.remindComment(key);
    }

    public boolean recordComment(long key, String about, String remark, String choice) {
        return decisions.comment(key, Typed.text(about), Typed.text(remark), choice);
    }

    public void submit(long key) {
        service.submit(key);
    }

    public void remindApproval(long key) {
        service.remindApproval(key);
    }

    public void openToDelegate(long key) {
        service.openToDelegate(key);
    }

    public String recordDecision(long key, String decision, String remarks) {
        return decisions.decide(key, decision, Typed.text(remarks)).code();
    }

    public void remindRevision(long key) {
        service.remindRevision(key);
    }

    public void recordRevision(long key, String note) {
        decisions.finishRevision(key, Typed.text(note));
    }

    public void publish(long key) {
        service.publish(key);
    }

    public void tellProject(long key) {
        service.tellProjectApproved(key);
    }

    public void reject(long key) {
        service.reject(key);
    }

    public String team(long key) {
        String circonscription = project(key).circonscriptionUai();
        return Groups.of(Role.CPC, circonscription) + "," + Groups.of(Role.ERUN, circonscription) + ","
                + Groups.of(Role.DSI, circonscription);
    }

    public String editors(long key) {
        String circonscription = project(key).circonscriptionUai();
        return Groups.of(Role.CPC, circonscription) + "," + Groups.of(Role.ERUN, circonscription);
    }

    public String ien(long key) {
        return Groups.of(Role.IEN, project(key).circonscriptionUai());
    }

    public String commentsUntil(long key) {
        return clocks.iso(project(key).circonscriptionUai(), terms.commentsUntil(plan(key)));
    }

    public String commentReminderDate(long key) {
        return clocks.iso(project(key).circonscriptionUai(), terms.commentReminder(plan(key)));
    }

    /** @param occurrence "1": reminder, "2": delegate */
    public String approvalDate(long key, int occurrence) {
        return clocks.iso(project(key).circonscriptionUai(), terms.approvalReminder(plan(key), occurrence));
    }

    public String revisionUntil(long key) {
        return clocks.iso(project(key).circonscriptionUai(), terms.revisionUntil(plan(key)));
    }

    public String revisionReminderDate(long key) {
        return clocks.iso(project(key).circonscriptionUai(), terms.revisionReminder(plan(key)));
    }

    public String revisionOverdue(long key) {
        return clocks.iso(project(key).circonscriptionUai(), terms.revisionOverdue(plan(key)));
    }

    public String projectTitle(long key) {
        return project(key).title();
    }

    public Markdown planId(long key) {
        return Markdown.text(plan(key).id());
    }

    public Markdown planTitle(long key) {
        return Markdown.text(plan(key).title());
    }

    /** "36 sessions, 96 h de formateur…" for the head of a form. */
    public Markdown figures(long key) {
        Plan plan = plan(key);
        Means means = Means.of(followUp.asHeld(plan, plans.sessions(plan.id())));
        return Markdown.text(French.count(means.sessions(), "session") + ", " + French.count(means.places(), "place")
                + " pour " + French.count(means.expected(), "inscription attendue") + ", " + means.trainerHours()
                + " de formateur, " + means.traineeHours() + " de stagiaire.");
    }

    /** As a list in the form's text; a sentence when there is nothing to tell. */
    public Markdown warnings(long key) {
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
    public Markdown lastRemarks(long key) {
        Plan plan = plan(key);
        return Markdown.lines(plans.before(plan)
                .flatMap(before -> opinions.decision(before.id()))
                .map(PlanOpinions.Decision::remarks)
                .filter(remarks -> plan.number() > 1)
                .orElse(plan.reason()));
    }

    private static String line(Warning warning) {
        return warning.weight().label() + " : " + (warning.line() == null ? "" : "ligne " + warning.line() + ", ")
                + warning.text();
    }

    private Plan plan(long key) {
        return plans.current(key).orElseThrow();
    }

    private Project project(long key) {
        return projects.find(plan(key).projectId()).orElseThrow();
    }
}
