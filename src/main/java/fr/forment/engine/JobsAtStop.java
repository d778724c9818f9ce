package fr.forment.engine;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A node that is stopped takes no more jobs, finishes in short what it has begun, and gives the rest back: other nodes
 * would otherwise wait five minutes for jobs of which it only had the lock. A job that is cut off is rolled back; one
 * that ends after all, when another node has it already, is refused by its revision.
 */
@Component
class JobsAtStop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobsAtStop.class);
    /** Less than a phase of the stop may last (spring.lifecycle.timeout-per-shutdown-phase). */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final ApplicationContext house;
    private final JobExecutor executor;
    private final JdbcClient jdbc;
    private volatile boolean running;

    JobsAtStop(ApplicationContext house, ProcessEngine engine, JdbcClient jdbc) {
        this.house = house;
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.jdbc = jdbc;
    }

    /**
     * Before Spring closes the pool of threads: what it refuses then, the engine would run itself, one after the other.
     */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void stopTaking(ContextClosedEvent closing) {
        if (closing.getApplicationContext() == house && isAtWork()) {
            executor.setRejectedJobsHandler((jobs, engine, from) -> log.debug("Left for other nodes: {}", jobs));
            executor.getAcquireJobsRunnable().stop();
            threads().forgetWhatWaits();
        }
    }

    @Override
    public void stop(Runnable done) {
        running = false;
        new Thread(
                        () -> {
                            try {
                                stop();
                            } finally {
                                done.run();
                            }
                        },
                        "jobs-at-stop")
                .start();
    }

    @Override
    public void stop() {
        if (isAtWork()) {
            threads().awaitIdle(PATIENCE);
            int left = jdbc.sql("UPDATE act_ru_job SET lock_owner_ = NULL, lock_exp_time_ = NULL WHERE lock_owner_ = ?")
                    .param(executor.getLockOwner())
                    .update();
            log.info("Arrêt : {} tâche(s) de fond rendue(s) aux autres nœuds ou au prochain démarrage.", left);
        }
    }

    private boolean isAtWork() {
        return executor != null
                && executor.isActive()
                && JobThreads.of(executor).isPresent();
    }

    private JobThreads threads() {
        return JobThreads.of(executor).orElseThrow();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
