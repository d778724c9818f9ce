package fr.forment.watch;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the database for a row, in bounded time and never twice at once: whoever asks while a question is open, or
 * within a second, hears the same answer, so that thousands of probes cost the pool one connection.
 */
@Component
@RequiredArgsConstructor
class DatabaseProbe {

    private static final long PATIENCE_MILLIS = 2_000;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final JdbcClient jdbc;
    private final ExecutorService line = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "database-probe");
        thread.setDaemon(true);
        return thread;
    });
    private CompletableFuture<Void> question =
            CompletableFuture.failedFuture(new IllegalStateException("not asked yet"));
    private volatile long answeredAt = System.nanoTime() - FRESH_NANOS;

    boolean answers() {
        try {
            current().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException no) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized CompletableFuture<Void> current() {
        if (question.isDone() && System.nanoTime() - answeredAt >= FRESH_NANOS) {
            question = CompletableFuture.runAsync(this::ask, line)
                    .whenComplete((answer, failure) -> answeredAt = System.nanoTime());
        }
        return question;
    }

    /** A table of ours: a memory that was lost answers "SELECT 1" as well. */
    void ask() {
        jdbc.sql("SELECT COUNT(*) FROM given_password").query(Long.class).single();
    }

    @PreDestroy
    void stop() {
        line.shutdown();
    }
}
