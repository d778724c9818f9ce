package fr.forment.engine;

import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads in which a node runs jobs. Who stops its executor stops the taking of jobs, not those under way. */
record JobThreads(ThreadPoolTaskExecutor pool) {

    /** Empty where jobs run in no pool of ours: in most tests. */
    static Optional<JobThreads> of(JobExecutor executor) {
        return executor instanceof SpringJobExecutor ours
                        && ours.getTaskExecutor() instanceof ThreadPoolTaskExecutor pool
                ? Optional.of(new JobThreads(pool))
                : Optional.empty();
    }

    void forgetWhatWaits() {
        pool.getThreadPoolExecutor().getQueue().clear();
    }

    /** Until nothing runs or waits for a thread, or the patience is over. */
    void awaitIdle(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while ((pool.getActiveCount() > 0 || pool.getQueueSize() > 0) && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
