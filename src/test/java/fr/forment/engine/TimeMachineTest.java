package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The clock is moved while the engine still runs a job in the background: one runner at a time. */
class TimeMachineTest {

    private final CountDownLatch waitedFor = new CountDownLatch(1);
    /** Its jobs end once somebody looks whether they still run. */
    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor() {

        @Override
        public int getActiveCount() {
            int active = super.getActiveCount();
            waitedFor.countDown();
            return active;
        }
    };

    private final AtomicBoolean jobEnded = new AtomicBoolean();
    private final AtomicBoolean endedBefore = new AtomicBoolean();

    @BeforeEach
    void begin() {
        threads.initialize();
    }

    @AfterEach
    void end() {
        waitedFor.countDown();
        threads.shutdown();
    }

    @Test
    void aJobUnderWayEndsBeforeTheClockRunsWhatIsDue() throws InterruptedException {
        var begun = new CountDownLatch(1);
        threads.execute(() -> {
            begun.countDown();
            untilWaitedFor();
            jobEnded.set(true);
        });
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();

        machine().travelTo(Instant.parse("2026-11-16T08:00:00Z"), new NoStops());

        assertThat(endedBefore).as("run a second time while it was under way").isTrue();
    }

    @Test
    void aJobThatOnlyWaitsForAThreadIsRunByItFirst() {
        threads.execute(this::untilWaitedFor); // the only thread of this pool
        threads.execute(() -> jobEnded.set(true));

        machine().travelTo(Instant.parse("2026-11-16T08:00:00Z"), new NoStops());

        assertThat(endedBefore).isTrue();
    }

    private TimeMachine machine() {
        SpringJobExecutor executor = mock(SpringJobExecutor.class);
        when(executor.isActive()).thenReturn(true);
        when(executor.getTaskExecutor()).thenReturn(threads);
        ProcessEngineConfigurationImpl configuration = mock(ProcessEngineConfigurationImpl.class);
        when(configuration.getJobExecutor()).thenReturn(executor);
        ProcessEngine engine = mock(ProcessEngine.class, RETURNS_DEEP_STUBS);
        when(engine.getProcessEngineConfiguration()).thenReturn(configuration);
        AsTheHouse house = mock(AsTheHouse.class);
        doAnswer(run -> {
                    endedBefore.set(jobEnded.get());
                    return null;
                })
                .when(house)
                .call(any());
        return new TimeMachine(new AppClock(), engine, house);
    }

    private void untilWaitedFor() {
        try {
            waitedFor.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static class NoStops implements TimeMachine.Companion {

        @Override
        public Optional<Instant> nextStop() {
            return Optional.empty();
        }

        @Override
        public void atStop() {}
    }
}
