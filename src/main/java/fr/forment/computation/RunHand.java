package fr.forment.computation;

import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Search;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * This node's hand for searches: one at a time, the oldest first, until none waits. Whatever a dead node left behind
 * waits too, once its lease is over.
 */
@Component
@RequiredArgsConstructor
@EnableConfigurationProperties(RunSettings.class)
class RunHand implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RunHand.class);
    /** Whatever stops a node so often would stop the next one too. */
    private static final int MOST_TAKES = 4;

    /** To write what was found last, when the node stops. */
    private static final Duration LAST_WORD = Duration.ofMillis(1_500);

    private static final String NODE = ManagementFactory.getRuntimeMXBean().getName();
    private static final String DEFECT =
            "Le calcul s'est arrêté sur une erreur, notée dans le journal technique. Le plan n'a pas changé ; vous pouvez relancer un calcul.";
    private static final String NO_BETTER =
            "Le calcul n'a trouvé aucun plan qui tienne et qui forme autant de personnes que celui-ci : gardez-le tel quel, ou modifiez ses sessions.";
    private static final String CUT_OFF = "Le calcul a été interrompu plusieurs fois par un arrêt du serveur.";

    private final PlanRuns runs;
    private final ComputedPlanService plans;
    private final RunTexts texts;
    private final RunSettings settings;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final String worker = UUID.randomUUID().toString();
    private volatile boolean stopping;

    @TransactionalEventListener
    void on(RunAsked asked) {
        wake();
    }

    @Scheduled(fixedDelayString = "${forment.plan.poll:PT5S}", initialDelayString = "${forment.plan.poll:PT5S}")
    void poll() {
        wake();
    }

    private void wake() {
        if (settings.hands() > 0 && !oneAtATime.isLocked()) {
            Thread hand = new Thread(this::work, "plan-search");
            hand.setDaemon(true);
            hand.start();
        }
    }

    /** Works off what waits; at once when this node's hand is busy already. */
    void work() {
        if (!oneAtATime.tryLock()) {
            return;
        }
        try {
            for (Optional<PlanRun> next = take(); next.isPresent(); next = take()) {
                carryOut(next.get());
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private Optional<PlanRun> take() {
        return stopping ? Optional.empty() : runs.take(worker, NODE);
    }

    private void carryOut(PlanRun run) {
        try {
            PlanBasis basis = plans.basis(run.planId());
            if (!basis.open()) {
                runs.fail(run, RunState.ABANDONNE, "Le plan a quitté l'étape où ses sessions se modifient.");
            } else if (run.takes() > MOST_TAKES) {
                over(run, run.hasPlan(), CUT_OFF);
            } else {
                search(run, basis);
            }
        } catch (RuntimeException defect) {
            log.error("The search {} for a better plan {} stopped", run.id(), run.planId(), defect);
            over(run, runs.find(run.id()).hasPlan(), DEFECT);
        }
    }

    private void search(PlanRun run, PlanBasis basis) {
        // the seed of a search that was cut off would walk the same way again, with less time
        long seed = run.takes() == 1 ? run.seed() : run.seed() + 1_000L * run.takes();
        Duration left = settings.atMost().minusMillis(run.spent());
        var search = new Search(
                texts.weights(run.weights()),
                seed,
                settings.steps() == null ? left.isNegative() ? Duration.ofSeconds(1) : left : null,
                settings.steps());
        PlanFacts facts = basis.toSolve(run.keepsPins());
        String before = texts.of(PlanSolver.score(facts, basis.drafts()));
        if (!runs.begin(run, texts.of(basis.factsPrint()), basis.sessionsPrint(), before)) {
            return; // somebody has decided already
        }
        var pulse = new Pulse(runs, texts, run, basis, seed, settings);
        try {
            PlanSolver.solve(facts, search, known(run, basis), pulse::better, () -> stopping || pulse.isOver());
        } finally {
            pulse.finish();
        }
        if (!pulse.isLost() && stopping) {
            runs.giveBack(worker);
        } else if (!pulse.isLost()) {
            over(run, pulse.hasPlan(), pulse.hasPlan() ? null : NO_BETTER);
        }
    }

    /** The plan as it stands, and the best one another hand left: the search is never behind either. */
    private List<List<Draft>> known(PlanRun run, PlanBasis basis) {
        var placed = new Placed(basis);
        PlanRun now = runs.find(run.id());
        return Stream.concat(
                        Stream.of(basis.sessions()),
                        now.hasPlan() ? Stream.of(texts.sessions(now.best())) : Stream.empty())
                .map(placed::stillNeeded)
                .filter(plan -> !plan.isEmpty())
                .map(basis::drafts)
                .toList();
    }

    private void over(PlanRun run, boolean hasPlan, String problem) {
        if (hasPlan) {
            runs.end(run, problem);
        } else {
            runs.fail(run, RunState.ECHEC, problem == null ? DEFECT : problem);
        }
    }

    @Override
    public void start() {
        stopping = false;
    }

    /** What is found stays; the search goes on where a hand is free. */
    @Override
    public void stop() {
        stopping = true;
        try {
            if (oneAtATime.tryLock(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)) {
                oneAtATime.unlock();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        runs.giveBack(worker);
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }
}
