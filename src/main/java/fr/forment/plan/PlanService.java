package fr.forment.plan;

import fr.forment.french.French;
import fr.forment.journal.Journal;
import fr.forment.project.PlanDue;
import fr.forment.project.ProjectAbandoned;
import fr.forment.project.ProjectService;
import fr.forment.project.need.OpeningDayMoved;
import fr.forment.project.opening.SchoolJoined;
import fr.forment.project.opening.SchoolLeft;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A plan's way: made when the project asks, calculated, commented, submitted, in force. People's own acts are in the
 * other services.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PlanService {

    private final PlanRepository plans;
    private final PlanContents contents;
    private final PlanAsides asides;
    private final LeavingSchools leaving;
    private final PlanChoiceService choices;
    private final PlanOpinions opinions;
    private final Journal journal;
    private final PlanMails mails;
    private final PlanTerms terms;
    private final PlanProcess process;
    private final ProjectService projects;
    private final ApplicationEventPublisher events;

    @EventListener
    void on(PlanDue due) {
        begin(due.projectId());
    }

    @EventListener
    void on(ProjectAbandoned abandoned) {
        plans.findByProjectIdOrderById(abandoned.projectId()).stream()
                .filter(plan -> plan.state().isOpen())
                .forEach(plan -> {
                    plan.close();
                    plans.save(plan);
                    journal.add(plan.told("Projet abandonné"));
                    process.end(plan.rootId(), "Projet abandonné");
                });
    }

    /** What is measured against the opening is measured again; a version in force keeps what was said of it. */
    @EventListener
    void on(OpeningDayMoved moved) {
        shake(moved.projectId());
    }

    /** Nobody is counted for it any more, whether a version let it go or somebody decided it. */
    @EventListener
    void on(SchoolLeft left) {
        asides.leave(left.projectId(), left.schoolUai());
        shake(left.projectId());
    }

    /** What was said last stands: no version that waits throws it out any more. */
    @EventListener
    void on(SchoolJoined joined) {
        leaving.cameBack(joined.projectId(), joined.schoolUai());
        shake(joined.projectId());
    }

    private void shake(long projectId) {
        plans.findByProjectIdOrderById(projectId).stream()
                .filter(plan -> plan.state().isOpen())
                .forEach(plan -> events.publishEvent(new Plan.Shaken(plan.id())));
    }

    /** What waits for it goes on as if it had been rejected. */
    @EventListener
    void on(AmendmentService.Abandoned abandoned) {
        projects.amendmentAbandoned(abandoned.projectId(), abandoned.reason());
    }

    /** An amendment that was found whole waits for nobody to prepare it. */
    @Transactional(readOnly = true)
    public boolean isReady(long rootId) {
        return current(rootId).state() == PlanState.CALCULE;
    }

    /** Asked twice, the plan under way stays the only one. */
    public Plan begin(long projectId) {
        return plans.findByProjectIdOrderById(projectId).stream()
                .filter(plan -> plan.state().isOpen())
                .findFirst()
                .orElseGet(() -> {
                    Plan plan = plans.save(
                            Plan.first(projectId, plans.chains(projectId, PlanKind.INITIAL) + 1, terms.today()));
                    journal.add(plan.told("Plan demandé"));
                    choices.takeOver(plan);
                    process.begin(plan.rootId());
                    return plan;
                });
    }

    public void calculate(long rootId) {
        Plan plan = current(rootId);
        PlanContents.Calculated found = contents.calculate(plan);
        plan.calculated();
        plans.save(plan);
        journal.add(plan.told("Plan calculé")
                .change(null, French.count(found.sessions(), "session", "sessions"))
                .because(found.start()));
    }

    public void consult(long rootId) {
        Plan plan = current(rootId);
        plan.openToComments(terms.today());
        plans.save(plan);
        journal.add(plan.told("Concertation ouverte"));
        mails.consultationOpened(plan);
    }

    public void remindComment(long rootId) {
        mails.consultationReminded(current(rootId));
    }

    public void submit(long rootId) {
        Plan plan = current(rootId);
        contents.check(plan);
        plan.submit(terms.today());
        plans.save(plan);
        journal.add(plan.told("Soumis à l'IEN"));
        mails.submitted(plan);
    }

    public void remindApproval(long rootId) {
        mails.approvalReminded(current(rootId));
    }

    /** The mission numérique of the département may decide as well. */
    public void openToDelegate(long rootId) {
        Plan plan = current(rootId);
        process.openDecisionTo(rootId, mails.delegates(plan));
        journal.add(plan.told("Décision ouverte à l'IEN en charge du numérique"));
        mails.approvalDelegated(plan);
    }

    public void remindRevision(long rootId) {
        mails.revisionReminded(current(rootId));
    }

    /** Tells everybody concerned, and whoever plans sessions. */
    public void publish(long rootId) {
        Plan plan = current(rootId);
        mails.approved(plan);
        events.publishEvent(new PlanApproved(plan.id(), plan.projectId(), plan.basePlanId()));
    }

    public void tellProjectApproved(long rootId) {
        projects.planApproved(current(rootId).projectId());
    }

    public void reject(long rootId) {
        Plan plan = current(rootId);
        mails.rejected(
                plan,
                opinions.decisions(rootId).stream()
                        .filter(decision -> decision.planId() == plan.id())
                        .map(PlanOpinions.Decision::remarks)
                        .filter(Objects::nonNull)
                        .reduce("", (earlier, last) -> last));
        if (!plan.isAmendment()) {
            projects.planRejected(plan.projectId());
        }
    }

    private Plan current(long rootId) {
        var chain = plans.chain(rootId);
        return chain.get(chain.size() - 1);
    }
}
