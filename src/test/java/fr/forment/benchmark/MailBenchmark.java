package fr.forment.benchmark;

import fr.forment.SmtpSink;
import fr.forment.mail.MailSample;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * How fast mails leave: the packaged jar on a PostgreSQL of its own against a server that answers after so many
 * milliseconds, next to the same mails sent by four hand-held connections, built beforehand.
 * {@code --jar=target/forment.jar --delays=0,10 --mails=4000,1000 --rounds=3 --rows=written|model}. M1 (0 ms) and M2
 * (10 ms) are medians of the ratios of the rounds.
 */
public final class MailBenchmark {

    private static final int CONNECTIONS = 4;
    private final Path jar;
    private final boolean written;
    private final SmtpSink sink = new SmtpSink();
    private final EmbeddedPostgres postgres;
    private final Connection connection;
    private Process application;

    private MailBenchmark(Path jar, boolean written) throws Exception {
        this.jar = jar;
        this.written = written;
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start();
        connection = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new LinkedHashMap<>(Map.of(
                "jar", "target/forment.jar", "delays", "0,10", "mails", "4000,1000", "rounds", "3", "rows", "written"));
        Arrays.stream(args)
                .filter(arg -> arg.matches("--\\w+=.+"))
                .forEach(arg -> options.put(arg.substring(2, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1)));
        String[] delays = options.get("delays").split(",");
        String[] mails = options.get("mails").split(",");
        var benchmark = new MailBenchmark(
                Path.of(options.get("jar")), options.get("rows").equals("written"));
        try {
            benchmark.start();
            for (int i = 0; i < delays.length; i++) {
                benchmark.measure(
                        Integer.parseInt(delays[i]),
                        Integer.parseInt(mails[i]),
                        Integer.parseInt(options.get("rounds")));
            }
        } finally {
            benchmark.stop();
        }
        System.exit(0);
    }

    private void start() throws Exception {
        Path folder = Files.createTempDirectory("forment-mails");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toAbsolutePath().toString(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--forment.mail.poll=PT1S");
        builder.environment()
                .putAll(Map.of(
                        "FORMENT_ADMIN_PASSWORD",
                        "Essai-mesure-2026",
                        "FORMENT_SMTP_HOST",
                        "127.0.0.1",
                        "FORMENT_SMTP_PORT",
                        String.valueOf(sink.port()),
                        "FORMENT_DB_USER",
                        "postgres",
                        "FORMENT_DB_URL",
                        postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true"));
        File log = folder.resolve("log").toFile();
        application = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        until("it has started; its log is " + log, Duration.ofMinutes(5), () -> Files.readString(log.toPath())
                .contains("Started FormentApplication"));
    }

    private void stop() throws Exception {
        application.destroyForcibly().waitFor();
        sink.close();
        connection.close();
        postgres.close();
    }

    private void measure(int delay, int mails, int rounds) throws Exception {
        int warm = delay == 0 ? 2 * mails : mails / 2;
        sink.delay(0);
        ours(warm);
        floor(warm);
        sink.delay(delay);
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Duration before = application.toHandle().info().totalCpuDuration().orElseThrow();
            double ours = ours(mails);
            Duration cpu = application
                    .toHandle()
                    .info()
                    .totalCpuDuration()
                    .orElseThrow()
                    .minus(before);
            double floor = floor(mails);
            ratios.add(ours / floor);
            Figures.say(
                    "%d ms, round %d: ours %.0f mails/s, four hand-held connections %.0f, ratio %.2f; CPU of FormENT %.0f µs a mail, load %s",
                    delay,
                    round,
                    ours,
                    floor,
                    ours / floor,
                    cpu.toNanos() / 1e3 / mails,
                    Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        }
        Figures.say(
                "BAR %s ratio at %d ms %.2f  limit >= 0.8 %s",
                delay == 0 ? "M1" : "M2",
                delay,
                Figures.median(ratios),
                Figures.median(ratios) >= 0.8 ? "reached" : "MISSED");
    }

    /** Mails a second. */
    private double ours(int mails) throws Exception {
        sink.newLedger();
        String[] text = MailSample.written();
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("""
                INSERT INTO outbox_mail (mail_key, template, to_address, to_name, subject, body_text, body_html, model, state, queued_at, not_before)
                SELECT 'measure:' || gen_random_uuid(), ?, 'personne' || n || '@exemple.invalid', 'Émilie Le Goff', ?, ?, ?, ?, 'QUEUED', now(), now() - INTERVAL '1' MINUTE
                  FROM generate_series(1, ?) n""")) {
            insert.setString(1, MailSample.TEMPLATE);
            for (int i = 0; i < 3; i++) {
                insert.setString(2 + i, written ? text[i] : null);
            }
            insert.setString(5, written ? null : MailSample.model());
            insert.setInt(6, mails);
            insert.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
        until("all have left", Duration.ofMinutes(10), () -> sink.accepted() >= mails);
        until("all are written down", Duration.ofMinutes(1), () -> sent() == 0);
        return (mails - 1) / sink.seconds();
    }

    private int sent() throws Exception {
        try (var count = connection
                .createStatement()
                .executeQuery("SELECT COUNT(*) FROM outbox_mail WHERE state IN ('QUEUED', 'CLAIMED', 'HANDED')")) {
            count.next();
            return count.getInt(1);
        }
    }

    private double floor(int mails) throws Exception {
        sink.newLedger();
        var session = Session.getInstance(new Properties());
        String[] text = MailSample.written();
        List<MimeMessage> messages = new ArrayList<>();
        for (int i = 0; i < mails; i++) {
            var helper = new MimeMessageHelper(new MimeMessage(session), true, "UTF-8");
            helper.setFrom("ne-pas-repondre@forment.invalid", "FormENT");
            helper.setTo("personne" + i + "@exemple.invalid");
            helper.setSubject(text[0]);
            helper.setText(text[1], text[2]);
            helper.getMimeMessage().saveChanges();
            messages.add(helper.getMimeMessage());
        }
        List<Transport> transports = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            transports.add(session.getTransport("smtp"));
            transports.get(i).connect("127.0.0.1", sink.port(), null, null);
        }
        var turn = new AtomicInteger();
        ExecutorService hands = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<?>> work = new ArrayList<>();
        for (Transport transport : transports) {
            work.add(hands.submit(() -> {
                for (int i = turn.getAndIncrement(); i < mails; i = turn.getAndIncrement()) {
                    transport.sendMessage(messages.get(i), messages.get(i).getAllRecipients());
                }
                transport.close();
                return null;
            }));
        }
        for (Future<?> each : work) {
            each.get();
        }
        hands.shutdown();
        return (mails - 1) / sink.seconds();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private void until(String what, Duration patience, Condition condition) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end || !application.isAlive()) {
                throw new IllegalStateException("not seen: " + what);
            }
            application.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
    }
}
