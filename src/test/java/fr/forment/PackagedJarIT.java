package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.attack.TasklistLoad;
import fr.forment.audit.AuditCommand;
import fr.forment.audit.Invariant;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar as an operator starts it: refused without password, no demonstration, and killed without losing a thing. */
class PackagedJarIT {

    private static final Path JAR = Path.of("target", "forment.jar").toAbsolutePath();
    private static final String PASSWORD = "Exploitant-prudent-2026";
    private static final String NEW_PASSWORD = "Exploitant-nouveau-2026";
    private static final Duration START = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void stop() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({"FORMENT_ADMIN_PASSWORD,", "FORMENT_SMTP_PORT,abc", "FORMENT_DB_URL,jdbc:h2:file:/proc/forment"})
    void refusesToStartInOneSentence(String variable, String value) throws Exception {
        process = start(
                variable.endsWith("ADMIN_PASSWORD")
                        ? Map.of()
                        : Map.of("FORMENT_ADMIN_PASSWORD", PASSWORD, variable, value),
                0);
        assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS))
                .as("still running")
                .isTrue();
        assertThat(process.exitValue()).isNotZero();
        List<String> log = Files.readAllLines(folder.resolve("log"));
        assertThat(log)
                .filteredOn(line -> line.contains("FormENT ne démarre pas"))
                .singleElement()
                .asString()
                .contains(variable);
        assertThat(log).noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception"));
    }

    @Test
    void keepsEverythingWhenItIsKilledAndStartedAgain() throws Exception {
        int port = freePort();
        process = start(Map.of("FORMENT_ADMIN_PASSWORD", PASSWORD), port);
        var first = new Visitor(port);
        first.waitsForTheSignInPage(process, folder.resolve("log"));
        assertThat(first.signIn("admin", PASSWORD)).isEqualTo("/");
        assertThat(first.get("/demonstration").statusCode())
                .as("no clock to move")
                .isIn(403, 404);
        assertThat(first.get("/login").body()).doesNotContain("Comptes de la démonstration");
        assertThat(first.get("/catalogue").body()).contains("ADM-DIR");
        process.destroyForcibly().waitFor();
        process = start(Map.of(), 0, AuditCommand.ARGUMENT);
        assertThat(process.waitFor()).as("nothing broken by the kill").isZero();
        assertThat(Files.readAllLines(folder.resolve("log")))
                .hasSize(Invariant.values().length)
                .allMatch(line -> line.startsWith("Rien à signaler"));

        int figures = freePort();
        process = start(
                Map.of(
                        "FORMENT_ADMIN_PASSWORD",
                        NEW_PASSWORD,
                        "FORMENT_MANAGEMENT_PORT",
                        String.valueOf(figures),
                        "FORMENT_LOG_FORMAT",
                        "ecs"),
                port);
        var second = new Visitor(port);
        second.waitsForTheSignInPage(process, folder.resolve("log"));
        assertThat(second.signIn("admin", PASSWORD)).as("a new one was given").isEqualTo("/login");
        assertThat(second.signIn("admin", NEW_PASSWORD)).isEqualTo("/");
        assertThat(second.get("/catalogue").body()).contains("ADM-DIR");
        TasklistLoad.bySeveralAtOnce(String.valueOf(port), "admin", NEW_PASSWORD);
        isWatched(second, new Visitor(figures));
        assertThat(Files.readString(folder.resolve("log")))
                .contains("\"level\":\"INFO\"")
                .doesNotContain(PASSWORD, NEW_PASSWORD);
    }

    private static void isWatched(Visitor pages, Visitor figures) throws Exception {
        assertThat(pages.get("/livez").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(pages.get("/readyz").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(pages.get("/actuator/prometheus").statusCode()).isEqualTo(404);
        assertThat(figures.get("/actuator/prometheus").body())
                .contains(
                        "forment_jobs_due 0.0",
                        "forment_jobs_failed 0.0",
                        "forment_mails{state=\"UNKNOWN\"} 0.0",
                        "forment_signins_refused_total 1.0",
                        "forment_mails_oldest_unsent_seconds",
                        "forment_jobs_due_oldest_seconds");
        for (String closed : new String[] {
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/beans",
            "/actuator/threaddump",
            "/actuator/loggers",
            "/actuator"
        }) {
            assertThat(figures.get(closed).statusCode()).as(closed).isNotEqualTo(200);
        }
    }

    @Test
    void looksAtNothingWhereThereIsNothing() throws Exception {
        process = start(Map.of(), 0, AuditCommand.ARGUMENT);
        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("log"))).contains("n'ont pas pu être lues");
        assertThat(folder.resolve("data").resolve("forment.mv.db")).doesNotExist();
    }

    private Process start(Map<String, String> environment, int port, String... more) throws IOException {
        var builder = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                JAR.toString(),
                                "--server.port=" + port,
                                "--server.address=127.0.0.1"),
                        Stream.of(more))
                .toList());
        builder.environment().remove("FORMENT_ADMIN_PASSWORD");
        builder.environment().putAll(environment);
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Somebody with a browser that keeps its cookies. */
    private static final class Visitor {

        private final HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        private final String home;

        Visitor(int port) {
            home = "http://127.0.0.1:" + port;
        }

        void waitsForTheSignInPage(Process process, Path log) throws Exception {
            long end = System.nanoTime() + START.toNanos();
            while (System.nanoTime() < end) {
                if (!process.isAlive()) {
                    throw new AssertionError(Files.readString(log));
                }
                try {
                    if (get("/login").statusCode() == 200 && ready(log)) {
                        return;
                    }
                } catch (IOException notYet) {
                    process.waitFor(200, TimeUnit.MILLISECONDS);
                }
            }
            throw new AssertionError("not started after " + START);
        }

        /** The administrator's account is written once the application is ready. */
        private static boolean ready(Path log) throws IOException {
            try (Stream<String> lines = Files.lines(log)) {
                return lines.anyMatch(line -> line.contains("starting to acquire jobs"));
            }
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return browser.send(
                    HttpRequest.newBuilder(URI.create(home + path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        /** Where one is sent after signing in. */
        String signIn(String login, String password) throws IOException, InterruptedException {
            String token = get("/login").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            var form = "username=" + login + "&password=" + password + "&_csrf=" + token;
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(home + "/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return URI.create(answer.headers().firstValue("Location").orElse(""))
                    .getPath();
        }
    }
}
