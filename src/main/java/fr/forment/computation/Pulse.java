package fr.forment.computation;

import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Solution;
import fr.forment.plan.calculation.Weights;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps a search alive while it lasts: each second a sign of life, with the best plan found since; the first plan at
 * once. The search itself never waits for the database.
 */
class Pulse {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    /** Of the weighted total: less is next to nothing. */
    private static final double NOTICEABLE = 0.002;

    private final PlanRuns runs;
    private final RunTexts texts;
    private final PlanRun run;
    private final PlanBasis basis;
    private final Weights weights;
    private final Placed placed;
    private final int placedBefore;
    private final long seed;
    private final RunSettings settings;
    private final long began = System.nanoTime();
    private final AtomicReference<Solution> found = new AtomicReference<>();
    private final AtomicInteger finds = new AtomicInteger();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "plan-pulse");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean lost;
    private volatile boolean tired;
    private boolean begun;
    private Score best;
    private int blocking = Integer.MAX_VALUE;
    private long lookedAt;
    private long totalThen = Long.MAX_VALUE;

    Pulse(PlanRuns runs, RunTexts texts, PlanRun run, PlanBasis basis, long seed, RunSettings settings) {
        this.runs = runs;
        this.texts = texts;
        this.run = run;
        this.basis = basis;
        this.weights = texts.weights(run.weights());
        this.placed = new Placed(basis);
        this.placedBefore = placed.count(basis.sessions());
        this.seed = seed;
        this.settings = settings;
        this.lookedAt = began - settings.patience().toNanos();
        resume();
        heart.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The best plan another hand left is given up for a better one only. */
    private void resume() {
        PlanRun now = runs.find(run.id());
        if (now.hasPlan()) {
            best = texts.score(now.worth());
            blocking = basis.blocking(texts.sessions(now.best())).size();
        }
    }

    /** In the thread of the search. */
    void better(Solution solution) {
        found.set(solution);
        finds.incrementAndGet();
        if (!begun) {
            begun = true;
            heart.execute(this::beat);
        }
    }

    /** Nobody waits for a better plan any more. */
    boolean isOver() {
        return lost || tired;
    }

    boolean isLost() {
        return lost;
    }

    boolean hasPlan() {
        return best != null;
    }

    private void beat() {
        try {
            Solution newest = found.getAndSet(null);
            lost |= !(newest == null ? runs.beat(run, spent()) : take(newest));
            look();
        } catch (DataAccessException unheard) {
            log.warn("The database does not hear how the search {} goes: {}", run.id(), unheard.getMessage());
        } catch (RuntimeException defect) {
            log.error("A plan of the search {} could not be kept", run.id(), defect);
        }
    }

    /**
     * Unless it is worse than what is kept already, by the worth of the search or by the judge of the plan, or leaves
     * people out who have their session in the plan as it stands.
     */
    private boolean take(Solution newest) {
        List<PlannedSession> sessions =
                new SameSessions(basis.sessions(), basis.firstFree()).numbered(basis.sessions(newest.sessions()));
        int problems = basis.blocking(sessions).size();
        boolean pinsStay = !run.keepsPins() || basis.pinsMoved(sessions).isEmpty();
        if (!pinsStay || problems > blocking) {
            log.error("The search {} offered a plan that the judge refuses: {} problems", run.id(), problems);
            return runs.beat(run, spent());
        }
        if (placed.count(sessions) < placedBefore) {
            return runs.beat(run, spent());
        }
        if (problems == blocking && best != null && !isBetter(newest.score())) {
            return runs.beat(run, spent());
        }
        best = newest.score();
        blocking = problems;
        return runs.better(run, seed, spent(), texts.of(best), texts.of(sessions), finds.getAndSet(0));
    }

    private boolean isBetter(Score score) {
        int order = score.compareTo(best);
        return order > 0 || order == 0 && score.total(weights) < best.total(weights);
    }

    /** So much time that brought next to nothing: the rest would not bring more. */
    private void look() {
        long now = System.nanoTime();
        if (best != null
                && settings.steps() == null
                && now - lookedAt >= settings.patience().toNanos()) {
            long total = best.total(weights);
            tired = totalThen != Long.MAX_VALUE && totalThen - total <= NOTICEABLE * totalThen;
            totalThen = total;
            lookedAt = now;
        }
    }

    private long spent() {
        return run.spent() + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    /** Writes what was found last. */
    void finish() {
        heart.shutdown();
        try {
            if (!heart.awaitTermination(10, TimeUnit.SECONDS)) {
                heart.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!lost) {
            beat();
        }
    }
}
