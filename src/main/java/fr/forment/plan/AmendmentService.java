package fr.forment.plan;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.plan.words.AskedOfPlan;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A change of an approved plan is a plan of its own, decided on like the first; until then the approved one stays in
 * force.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class AmendmentService {

    private static final int REASON_MAX = 1000;

    /** Whoever waits for the decision on an amendment waits no longer. */
    record Abandoned(long projectId, String reason) {}

    private final PlanRepository plans;
    private final PlanContents contents;
    private final Journal journal;
    private final PlanTerms terms;
    private final PlanProcess process;
    private final PlanFindings findings;
    private final ApplicationEventPublisher events;

    /** Returns the copy to edit. */
    public Plan prepare(long planId, String reason) {
        return prepare(planId, "", reason);
    }

    /** @param occasion what stands before the reason somebody typed; takes nothing of its length */
    Plan prepare(long planId, String occasion, String reason) {
        Plan approved = plans.findWithLockById(planId).orElseThrow();
        if (approved.state() != PlanState.APPROUVE) {
            throw new Refusal("Seul le plan en vigueur peut recevoir un avenant.");
        }
        if (reason == null || reason.isBlank() || reason.length() > REASON_MAX) {
            throw new Refusal(
                    "Indiquez pourquoi le plan doit changer, en " + French.number(REASON_MAX) + " caractères au plus.");
        }
        if (plans.findByProjectIdOrderById(approved.projectId()).stream()
                .anyMatch(plan -> plan.state().isOpen())) {
            throw new Refusal("Un avenant est déjà en préparation pour ce projet.");
        }
        Plan amendment = plans.save(Plan.amendmentOf(
                approved,
                plans.chains(approved.projectId(), PlanKind.AVENANT) + 1,
                occasion + reason.strip(),
                terms.today()));
        contents.copy(approved, amendment);
        journal.add(amendment.told(AskedOfPlan.AMENDMENT).because(amendment.reason()));
        process.begin(amendment.rootId());
        return amendment;
    }

    /**
     * Its changes were found for all sessions at once: it goes to the decision as it is. False where something would
     * keep a session from taking place: the team prepares it further.
     */
    public boolean propose(long planId) {
        boolean blocked =
                findings.warnings(planId).stream().anyMatch(warning -> warning.weight() == Warning.Weight.BLOQUANT);
        if (!blocked) {
            Plan amendment = plans.findById(planId).orElseThrow();
            amendment.calculated();
            plans.save(amendment);
            journal.add(amendment.told("Avenant proposé à la décision, tel qu'il a été calculé"));
        }
        return !blocked;
    }

    /** Before it is submitted; the approved plan stays as it is. */
    public void abandon(long planId) {
        Plan amendment = plans.findById(planId).orElseThrow();
        if (!amendment.isAmendment() || !amendment.state().isEditable()) {
            throw new Refusal("Seul un avenant en préparation peut être abandonné.");
        }
        amendment.close();
        plans.save(amendment);
        journal.add(amendment.told("Avenant abandonné"));
        process.end(amendment.rootId(), "Avenant abandonné");
        events.publishEvent(new Abandoned(amendment.projectId(), amendment.reason()));
    }
}
