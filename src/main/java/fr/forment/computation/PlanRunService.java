package fr.forment.computation;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.Warning;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say to a search: begin, keep, let go. The version is held first, then the search: two people never get
 * into each other's way, and the second one is told what the first one did.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PlanRunService {

    private static final String DECIDED =
            "Ce calcul n'est plus à décider : quelqu'un l'a gardé ou laissé tomber. L'historique du plan dit qui.";

    private final PlanRuns runs;
    private final ComputedPlanService plans;
    private final RunTexts texts;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Puts a search behind those that wait already.
     *
     * @param keepsPins sessions people placed stay where they are
     * @throws Refusal while another one of this version is under way or waits for a decision, or when pins contradict
     *     each other
     */
    public void ask(long planId, boolean keepsPins) {
        Plan plan = plans.hold(planId);
        if (runs.open(planId).isPresent()) {
            throw new Refusal("Un calcul de ce plan est déjà demandé : cette page montre où il en est.");
        }
        PlanBasis basis = plans.basis(planId);
        List<Warning> contradictions = keepsPins ? basis.contradictions() : List.of();
        if (!contradictions.isEmpty()) {
            throw new Refusal("Des sessions épinglées ne peuvent pas rester où elles sont. "
                    + contradictions.stream()
                            .map(each -> "Ligne " + each.line() + " : " + each.text())
                            .collect(Collectors.joining(" "))
                    + " Déplacez-les ou ôtez une épingle, ou lancez le calcul sans garder les sessions épinglées.");
        }
        runs.ask(
                planId,
                runs.count(planId) + 1,
                keepsPins,
                texts.of(basis.weights()),
                journal.author(),
                OffsetDateTime.now(clock));
        journal.add(plan.told("Meilleur plan cherché")
                .change(
                        null,
                        keepsPins && !basis.pinned().isEmpty()
                                ? French.count(basis.pinned().size(), "session épinglée")
                                : null));
        events.publishEvent(new RunAsked(planId));
    }

    /**
     * The best plan so far takes the place of the sessions that stand; the search ends.
     *
     * @param runId the one that was looked at
     */
    public void keep(long planId, long runId) {
        plans.hold(planId);
        PlanRun run = held(planId, runId);
        if (!run.hasPlan()) {
            throw new Refusal("Le calcul n'a pas encore trouvé de plan : attendez quelques secondes.");
        }
        runs.decide(run.id(), RunState.GARDE);
        plans.keep(
                planId,
                texts.sessions(run.best()),
                run.sessions(),
                run.seed(),
                "calcul de " + French.count(run.seconds(), "seconde"));
    }

    /** The version stays as it is; the search ends. */
    public void drop(long planId, long runId) {
        PlanRun run = held(planId, runId);
        runs.decide(run.id(), RunState.ABANDONNE);
        journal.add(plans.version(planId).told("Plan calculé laissé de côté"));
    }

    private PlanRun held(long planId, long runId) {
        return runs.hold(planId).filter(run -> run.id() == runId).orElseThrow(() -> new Refusal(DECIDED));
    }
}
