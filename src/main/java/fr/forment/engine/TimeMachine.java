package fr.forment.engine;

import fr.forment.french.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Moves the clock and runs what falls due on the way, in order, each job at its own hour: for the demonstration and for
 * tests. Production has no such bean.
 */
public class TimeMachine {

    /** Timers beyond are none; PostgreSQL knows no much later date. */
    private static final Instant FAR_AHEAD = Instant.parse("9999-01-01T00:00:00Z");

    private static final Duration JOBS_UNDER_WAY = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(TimeMachine.class);

    private final AppClock clock;
    private final ProcessEngine engine;
    private final AsTheHouse house;
    private final ReentrantLock oneTraveller = new ReentrantLock();

    TimeMachine(Clock clock, ProcessEngine engine, AsTheHouse house) {
        this.clock = (AppClock) clock;
        this.engine = engine;
        this.house = house;
    }

    /** Sets the clock without running anything: the start of a demonstration or of a test. */
    public void startAt(Instant instant) {
        clock.moveTo(instant);
    }

    /**
     * The same, on a database that may have seen days: an hour at which something happened there does not come again.
     */
    public void resumeAt(Instant instant) {
        Optional<Instant> last = house.call(() -> engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(step -> step.getStartTime().toInstant())
                .findFirst());
        clock.moveTo(last.filter(instant::isBefore).orElse(instant));
    }

    /** When the next timer is due, if any waits. */
    public Optional<Instant> nextEvent() {
        return house.call(
                () -> timers().stream().map(job -> job.getDuedate().toInstant()).min(Instant::compareTo));
    }

    /** What else has hours of its own on the way: mails that leave. */
    public interface Companion {

        /** The next hour it wants to stop at, if any. */
        Optional<Instant> nextStop();

        /** Does what is due now; also asked to at every timer. */
        void atStop();
    }

    /** Goes to an instant, stopping at every due timer and at every stop of the companion before it. */
    public void travelTo(Instant target, Companion companion) {
        if (!oneTraveller.tryLock()) {
            throw new Refusal("L'horloge est déjà en train d'avancer. Patientez quelques secondes.");
        }
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        boolean wasActive = executor != null && executor.isActive();
        try {
            if (wasActive) {
                executor.shutdown();
                JobThreads.of(executor)
                        .ifPresent(threads -> threads.awaitIdle(JOBS_UNDER_WAY)); // two would run one job
            }
            house.call(() -> {
                stop(companion);
                for (var next = nextStop(companion);
                        next.isPresent() && !next.get().isAfter(target);
                        next = nextStop(companion)) {
                    if (!next.get().isAfter(clock.instant())) {
                        break; // what is still due now has failed: it waits for its retry, and the incident list shows
                        // it
                    }
                    clock.moveTo(next.get().plusMillis(1));
                    stop(companion);
                }
                if (target.isAfter(clock.instant())) {
                    clock.moveTo(target);
                }
                stop(companion);
                return null;
            });
        } finally {
            if (wasActive) {
                executor.start();
            }
            oneTraveller.unlock();
        }
    }

    private void stop(Companion companion) {
        runDue();
        companion.atStop();
    }

    private Optional<Instant> nextStop(Companion companion) {
        return Stream.concat(nextEvent().stream(), companion.nextStop().stream())
                .min(Instant::compareTo);
    }

    /**
     * Runs every job that is due now, and those they make; answers how many ran well. As in production, nobody is
     * signed in while they run: what a timer does is not the doing of whoever moved the clock.
     */
    public int runDue() {
        var person = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            return runAll();
        } finally {
            SecurityContextHolder.setContext(person);
        }
    }

    private int runAll() {
        int ran = 0;
        Set<String> failed = new HashSet<>();
        for (List<Job> due = due(failed); !due.isEmpty(); due = due(failed)) {
            for (Job job : due) {
                try {
                    engine.getManagementService().executeJob(job.getId());
                    ran++;
                } catch (OptimisticLockingException collision) {
                    log.debug("Job {} collided, tried again", job.getId());
                } catch (RuntimeException failure) {
                    failed.add(job.getId());
                    log.warn("Job {} failed", job.getId(), failure);
                }
            }
        }
        return ran;
    }

    private List<Job> due(Set<String> except) {
        return house.call(() -> {
            var jobs = new ArrayList<>(engine.getManagementService()
                    .createJobQuery()
                    .executable()
                    .active()
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 200));
            jobs.removeIf(job -> except.contains(job.getId()) || isGone(job));
            return jobs;
        });
    }

    private boolean isGone(Job job) {
        return engine.getManagementService().createJobQuery().jobId(job.getId()).count() == 0;
    }

    private List<Job> timers() {
        return engine.getManagementService()
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(FAR_AHEAD))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
    }
}
