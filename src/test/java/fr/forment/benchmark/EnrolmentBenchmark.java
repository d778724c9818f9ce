package fr.forment.benchmark;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.session.NewSession;
import fr.forment.session.SessionService;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.env.Environment;

/**
 * S1, {@code --db=pg|h2 --seed=7}: 4,000 enrolments asked over HTTP from 32 clients, 200 for each of 20 sessions of 20
 * modules with 20 places, in an order that is drawn. Afterwards the database is asked: nobody twice, nobody too many,
 * the line in the order in which it was joined; and of one request in twenty the page what it answered.
 */
public final class EnrolmentBenchmark {

    private static final int CLIENTS = 32;
    private static final int SESSIONS = 20;
    private static final int EACH = 200;
    private static final int PLACES = 20;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private final BenchmarkHouse house;
    private final String address;

    private EnrolmentBenchmark(BenchmarkHouse house) {
        this.house = house;
        this.address = "http://127.0.0.1:" + house.bean(Environment.class).getProperty("local.server.port");
    }

    private record Ask(long session, long agent) {}

    public static void main(String[] args) throws Exception {
        // The server ends a connection that was idle for ten seconds; the client must not try to speak over one.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
        String db = option(args, "db", "pg");
        long seed = Long.parseLong(option(args, "seed", "7"));
        try (BenchmarkHouse house = new BenchmarkHouse(db, 280)) {
            var benchmark = new EnrolmentBenchmark(house);
            List<Client> clients = benchmark.clients();
            benchmark.round("warm-up", 0, clients, new Random(seed + 1));
            benchmark.round("measured", 1, clients, new Random(seed));
        }
        System.exit(0);
    }

    private static String option(String[] args, String name, String usual) {
        for (String arg : args) {
            if (arg.startsWith("--" + name + "=")) {
                return arg.substring(name.length() + 3);
            }
        }
        return usual;
    }

    private List<Client> clients() throws Exception {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client(address));
        }
        return clients;
    }

    /** Each round is of other people and other modules: nobody in line from the round before. */
    private void round(String name, int circonscription, List<Client> clients, Random chance) throws Exception {
        List<Long> sessions = sessions(circonscription);
        List<Long> people = house.jdbc()
                .queryForList(
                        "SELECT a.id FROM agent a JOIN school s ON s.uai = a.school_uai WHERE s.circonscription_uai = ? ORDER BY a.id",
                        Long.class,
                        BenchmarkPeople.circonscription(circonscription));
        List<Ask> asks = new ArrayList<>();
        for (long session : sessions) {
            for (int i = 0; i < EACH; i++) {
                asks.add(new Ask(session, people.get(chance.nextInt(people.size()))));
            }
        }
        Collections.shuffle(asks, chance);
        house.analyze();
        var queue = new ConcurrentLinkedQueue<>(asks);
        var failed = new AtomicInteger();
        var unsaid = new AtomicInteger();
        var looked = new AtomicInteger();
        long looking = 0;
        var pool = Executors.newFixedThreadPool(CLIENTS);
        List<Integer> backends = house.backends();
        double cpu = cpu();
        long database = Cpu.ticks(backends);
        long start = System.nanoTime();
        List<Callable<Long>> hands = clients.stream()
                .map(client -> (Callable<Long>) () -> client.work(queue, failed, unsaid, looked))
                .toList();
        for (Future<Long> hand : pool.invokeAll(hands)) {
            looking += hand.get();
        }
        double wall = (System.nanoTime() - start) / 1e9;
        pool.shutdown();
        Figures.say(
                "  S1 %s: CPU %.2f ms a request in the application and its clients, %.2f ms in the database; load %s",
                name,
                1000 * (cpu() - cpu) / asks.size(),
                1000 * Cpu.seconds(Cpu.ticks(house.backends()) - database) / asks.size(),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        Figures.say(
                "  S1 %s, %s: %d requests from %d clients on %d sessions in %.1f s: %.0f/s (%.0f/s without the %d looks at the answer); failed %d, refusals or answers without a word %d",
                name,
                house.database(),
                asks.size(),
                CLIENTS,
                sessions.size(),
                wall,
                asks.size() / wall,
                asks.size() / (wall - looking / 1e9 / CLIENTS),
                looked.get(),
                failed.get(),
                unsaid.get());
        audit(sessions);
    }

    private static double cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private List<Long> sessions(int circonscription) {
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            LocalDateTime start = MONDAY.plusDays(i / 5).atTime(8 + 2 * (i % 5), 0);
            made.add(house.bean(SessionService.class)
                    .open(new NewSession(
                            BenchmarkPeople.circonscription(circonscription),
                            null,
                            module("MESURE-" + circonscription + "-" + i),
                            start,
                            60,
                            BenchmarkPeople.school(circonscription * BenchmarkPeople.SCHOOLS_TOGETHER + i),
                            Format.PRESENTIEL,
                            PLACES,
                            1,
                            TrainerKind.EQUIPE_CIRCONSCRIPTION,
                            null,
                            false))
                    .id());
        }
        return made;
    }

    /** A module for teachers with a line of its own. */
    private String module(String code) {
        house.jdbc().update("""
                INSERT INTO training_module (version, code, rubric, level, position, title, trainer_kind, responsible_body, nature, format, duration_minutes, group_size, active)
                SELECT 0, ?, rubric, 0, position, CAST(? AS VARCHAR(20)), trainer_kind, responsible_body, nature, format, duration_minutes, group_size, TRUE
                FROM training_module WHERE code = 'PEDA-1'""", code, code);
        house.jdbc().update("""
                INSERT INTO module_profile (training_module, profile, before_opening)
                SELECT id, 'ENSEIGNANT', FALSE FROM training_module WHERE code = ?""", code);
        return code;
    }

    private void audit(List<Long> sessions) {
        int over = 0;
        int twice = 0;
        int disorder = 0;
        int seated = 0;
        int waiting = 0;
        for (long id : sessions) {
            seated += count("SELECT COUNT(*) FROM enrolment WHERE state = 'INSCRIT' AND session_id = ?", id);
            waiting += count("SELECT COUNT(*) FROM enrolment WHERE state = 'LISTE_ATTENTE' AND session_id = ?", id);
            over += count(
                    "SELECT COUNT(*) FROM training_session s WHERE id = ? AND (booked + offered > capacity OR booked <> (SELECT COUNT(*) FROM enrolment e WHERE e.session_id = s.id AND e.state = 'INSCRIT'))",
                    id);
            twice += count(
                    "SELECT COUNT(*) FROM (SELECT agent_id FROM enrolment WHERE session_id = ? AND active_agent_id IS NOT NULL GROUP BY agent_id HAVING COUNT(*) > 1) t",
                    id);
            disorder += count(
                    "SELECT COUNT(*) FROM enrolment w JOIN enrolment s ON s.session_id = w.session_id AND s.state = 'INSCRIT' AND s.id > w.id WHERE w.session_id = ? AND w.state = 'LISTE_ATTENTE'",
                    id);
        }
        Figures.say(
                "     seated %d, in line %d; sessions over capacity or miscounted %d, people twice %d, seated after somebody who waits %d",
                seated, waiting, over, twice, disorder);
    }

    private int count(String sql, long id) {
        return house.jdbc().queryForObject(sql, Integer.class, id);
    }

    /** One signed-in browser. */
    private static final class Client {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        private final String address;
        private String token;
        private int asked;

        Client(String address) throws IOException, InterruptedException {
            this.address = address;
            String page = get("/login").body();
            post(
                    "/login",
                    Map.of(
                            "username",
                            "admin",
                            "password",
                            "Essai-mesure-2026",
                            "_csrf",
                            page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1")));
            token = get("/api/csrf").body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
        }

        /** @return nanoseconds spent looking at answers */
        long work(ConcurrentLinkedQueue<Ask> queue, AtomicInteger failed, AtomicInteger unsaid, AtomicInteger looked)
                throws IOException, InterruptedException {
            long looking = 0;
            for (Ask ask = queue.poll(); ask != null; ask = queue.poll()) {
                var answer = post(
                        "/sessions/" + ask.session() + "/inscrire",
                        Map.of("agent", String.valueOf(ask.agent()), "motive", "", "_csrf", token));
                String next = answer.headers().firstValue("Location").orElse("");
                if (answer.statusCode() != 302 || !next.contains("/sessions/" + ask.session())) {
                    failed.incrementAndGet();
                } else if (asked++ % 20 == 0) {
                    long start = System.nanoTime();
                    String page = get("/sessions/" + ask.session()).body();
                    looked.incrementAndGet();
                    if (!page.contains("class=\"notice good\"") && !page.contains("Cette personne ")) {
                        unsaid.incrementAndGet();
                    }
                    looking += System.nanoTime() - start;
                }
            }
            return looking;
        }

        private HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        private HttpResponse<String> post(String path, Map<String, String> form)
                throws IOException, InterruptedException {
            String body = form.entrySet().stream()
                    .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                    .reduce((one, other) -> one + "&" + other)
                    .orElse("");
            return http.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
