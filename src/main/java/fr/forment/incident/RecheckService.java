package fr.forment.incident;

import fr.forment.french.French;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanApproved;
import fr.forment.plan.PlanState;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.conditions.ResourceCheck;
import fr.forment.resource.ResourceChanged;
import fr.forment.session.SessionCancelled;
import fr.forment.session.halfday.SessionShifted;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks again at the plans that rest on what people changed: which sessions are hit, and what else is to be said of
 * them. Nothing that was said outlives its cause. The change only leaves a note, in its transaction: a file of
 * thousands of lines costs its reader a statement each, and each plan is looked at once, by one node.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class RecheckService {

    private static final int LONGEST = 600;

    private final HitSessions hits;
    private final Plans plans;
    private final ComputedPlanService computed;
    private final StandingPlans standing;
    private final Clock clock;

    @EventListener
    void on(ResourceChanged change) {
        if (change.agentId() != null) {
            hits.askForTrainer(change.agentId());
            hits.askForTrainee(change.agentId());
        } else {
            hits.askForCirconscription(change.circonscriptionUai());
        }
    }

    @EventListener
    void on(PlanApproved approved) {
        hits.ask(approved.planId());
    }

    @EventListener
    void on(Plan.Shaken shaken) {
        hits.ask(shaken.planId());
    }

    @EventListener
    void on(Plan.Checked checked) {
        hits.askIfHit(checked.planId());
    }

    @EventListener
    void on(SessionShifted shifted) {
        hits.askForSession(shifted.sessionId());
    }

    @EventListener
    void on(SessionCancelled cancelled) {
        hits.askForSession(cancelled.sessionId());
    }

    /** Days go by, people come and leave: what nobody tells is seen the next morning. */
    void askForAll() {
        hits.askForAll();
    }

    /** The plan that waits longest and is in no other hand. */
    @Transactional(readOnly = true)
    public Optional<Long> next() {
        return hits.next();
    }

    public void look(long planId) {
        List<Long> asked = hits.take(planId);
        if (!asked.isEmpty()) {
            look(plans.held(planId));
            hits.answered(asked);
        }
    }

    /** It could not be looked at: the others come first. */
    public void putLast(long planId) {
        List<Long> asked = hits.take(planId);
        if (!asked.isEmpty()) {
            hits.answered(asked);
            hits.ask(planId);
        }
    }

    private void look(Plan plan) {
        boolean live = plan.state().isOpen() || plan.state() == PlanState.APPROUVE;
        hits.replace(plan.id(), live ? found(standing.of(plan)) : List.of());
        if (live) {
            computed.refresh(plan);
        }
    }

    private List<HitSessions.Hit> found(StandingPlan plan) {
        ResourceCheck check = new ResourceCheck(plan.basis().facts(), plan.parts());
        LocalDateTime now = LocalDateTime.now(clock);
        return plan.sessions().stream()
                .flatMap(session -> hit(plan, session, now, check).stream())
                .toList();
    }

    /** Under the day of the first half-day that is hit; all of them say why. */
    private static Optional<HitSessions.Hit> hit(
            StandingPlan plan, PlannedSession session, LocalDateTime now, ResourceCheck check) {
        List<PlannedSession> hit = plan.parts(session).stream()
                .filter(part -> part.startsAt().isAfter(now)) // of what was held nothing can be mended
                .filter(part -> !check.problems(part).isEmpty())
                .toList();
        return hit.stream()
                .findFirst()
                .map(first -> hit(
                        plan,
                        first,
                        hit.stream()
                                .flatMap(part -> check.problems(part).stream())
                                .distinct()
                                .toList()));
    }

    private static HitSessions.Hit hit(StandingPlan plan, PlannedSession session, List<String> problems) {
        String why = problems.stream().map(French::capital).collect(Collectors.joining(" "));
        return new HitSessions.Hit(
                plan.plan().id(),
                session.line(),
                session.day(),
                plan.published().get(session.line()),
                why.length() > LONGEST ? why.substring(0, LONGEST - 1) + "…" : why);
    }
}
