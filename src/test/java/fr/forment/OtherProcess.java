package fr.forment;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A {@link KilledHouse} as a test sees it: started, ordered about, waited for and killed. What it logs stays under
 * {@code target/killed}.
 */
public final class OtherProcess implements AutoCloseable {

    /** What a line begins with that answers no order. */
    static final String BY_ITSELF = "! ";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Path LOGS = Path.of("target", "killed");

    private final Process process;
    private final Path log;
    private final Writer orders;
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private OtherProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.orders = process.outputWriter();
        new Thread(() -> process.inputReader().lines().forEach(line -> (line.startsWith(BY_ITSELF) ? said : replies)
                        .add(line)))
                .start();
    }

    /** Starts it on that hour, in that directory. */
    public static OtherProcess start(String name, Instant at, Path directory, String... settings) throws Exception {
        Files.createDirectories(LOGS);
        Path log = LOGS.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledHouse.class.getName(),
                at.toString(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--forment.demo.start=" + at,
                "--forment.admin-password=Essai-coupure-2026",
                "--forment.needs.grid-chunk=100",
                "--forment.needs.grid-at-once=50",
                "--camunda.bpm.job-execution.max-wait=200",
                "--camunda.bpm.job-execution.wait-time-in-millis=100",
                "--spring.main.banner-mode=off"));
        command.addAll(List.of(settings));
        return new OtherProcess(
                new ProcessBuilder(command)
                        .directory(directory.toAbsolutePath().toFile())
                        .redirectError(log.toFile())
                        .start(),
                log);
    }

    /** Waits until it runs. */
    public OtherProcess ready() throws Exception {
        reply("its start");
        return this;
    }

    /** Its answer to an order. */
    public String does(String order) throws Exception {
        orders.write(order + "\n");
        orders.flush();
        return reply(order);
    }

    /** Waits for what it says by itself. */
    public void hears(String line) throws Exception {
        until("it says \"" + line + "\"", () -> said.contains(BY_ITSELF + line));
    }

    /** Waits until it is so; fails when this process dies before. */
    public void until(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.call()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw failure("not seen: " + what);
            }
        }
    }

    public long pid() {
        return process.pid();
    }

    /** As the machine that loses its power. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As an operator ends it: asked to stop, and waited for. */
    public Duration stop() throws Exception {
        long began = System.nanoTime();
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw failure("still there");
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private String reply(String to) throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos();
                System.nanoTime() < end && (process.isAlive() || !replies.isEmpty()); ) {
            String reply = replies.poll(100, TimeUnit.MILLISECONDS);
            if (reply != null) {
                return reply;
            }
        }
        throw failure("no answer to \"" + to + "\"");
    }

    private AssertionError failure(String what) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return new AssertionError(what + "; its log is " + log.toAbsolutePath() + " and ends with\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())));
    }
}
