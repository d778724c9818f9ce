package fr.forment.watch;

import fr.forment.engine.JobFigures;
import fr.forment.mail.MailFigures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What Prometheus reads: the state of the background work and of the mails, asked at most every five seconds however
 * many figures are read.
 */
@Component
@RequiredArgsConstructor
class Figures implements MeterBinder {

    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private record State(JobFigures.Figures jobs, MailFigures.Figures mails) {}

    private final JobFigures jobs;
    private final MailFigures mails;
    private State last;
    private long readAt = System.nanoTime() - FRESH_NANOS;

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "forment.jobs.due",
                "Jobs whose hour has come and that are not done",
                state -> state.jobs.due());
        gauge(
                registry,
                "forment.jobs.due.oldest.seconds",
                "How long the oldest of them has been due",
                state -> state.jobs.age().toSeconds());
        gauge(
                registry,
                "forment.jobs.failed",
                "Jobs given up after all tries (incidents)",
                state -> state.jobs.failed());
        gauge(
                registry,
                "forment.mails.oldest.unsent.seconds",
                "How long the oldest mail whose hour has come has been waiting",
                state -> state.mails.oldestWait().toSeconds());
        MailFigures.states().forEach(name -> Gauge.builder(
                        "forment.mails",
                        () -> read(state -> state.mails.byState().get(name)))
                .description("Mails that have not left, by state")
                .tag("state", name)
                .register(registry));
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<State> figure) {
        Gauge.builder(name, () -> read(figure)).description(description).register(registry);
    }

    /** No number at all while the database is away: zero would say that all is well. */
    private double read(ToDoubleFunction<State> figure) {
        State state = state();
        return state == null ? Double.NaN : figure.applyAsDouble(state);
    }

    private synchronized State state() {
        if (System.nanoTime() - readAt >= FRESH_NANOS) {
            try {
                last = new State(jobs.now(), mails.now());
            } catch (DataAccessException | TransactionException away) {
                last = null;
            }
            readAt = System.nanoTime();
        }
        return last;
    }
}
