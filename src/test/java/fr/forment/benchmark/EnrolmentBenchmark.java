package fr.forment.benchmark;

import fr.forment.benchmark.ThreadShares.Part;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.session.NewSession;
import fr.forment.session.SessionService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * S1, {@code --db=pg|h2 --seed=7 --warm=3}: 4,000 enrolments asked over HTTP from 32 clients, 200 for each of 20
 * sessions of 20 modules with 20 places, in an order that is drawn. Afterwards the database is asked: nobody twice,
 * nobody too many, the line in the order in which it was joined; and each client's last pages what became of his
 * requests. Then as many requests that do nothing behind the same doors: below that no enrolment over HTTP can come.
 * {@code --each=50} asks less.
 */
public final class EnrolmentBenchmark {

    private static final int CLIENTS = 32;
    private static final int SESSIONS = 20;
    /** Answers that wait for who does not look; after the clock: these pages cost many times what they tell of. */
    private static final int LOOKS = 5;

    private static final int PLACES = 20;
    private static final int ROUNDS = 8;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final String NOTHING = "/mesure/rien";

    private final BenchmarkHouse house;
    private final int port;
    private final int each;

    private EnrolmentBenchmark(BenchmarkHouse house, int each) {
        this.house = house;
        this.each = each;
        this.port = house.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
    }

    private record Ask(long session, long agent) {}

    public static void main(String[] args) throws Exception {
        String db = option(args, "db", "pg");
        long seed = Long.parseLong(option(args, "seed", "7"));
        int warm = Math.min(ROUNDS - 1, Integer.parseInt(option(args, "warm", "3")));
        try (BenchmarkHouse house = new BenchmarkHouse(db, ROUNDS * BenchmarkPeople.SCHOOLS_TOGETHER, false)) {
            var benchmark = new EnrolmentBenchmark(house, Integer.parseInt(option(args, "each", "200")));
            benchmark.openNothing();
            List<Client> clients = benchmark.clients();
            for (int i = 0; i < warm; i++) {
                benchmark.round("warm-up " + (i + 1), i, clients, new Random(seed + 1 + i));
            }
            benchmark.round("measured", warm, clients, new Random(seed));
            benchmark.nothing(clients);
            benchmark.nothing(clients);
            for (Client client : clients) {
                client.browser.close();
            }
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
            clients.add(new Client(port));
        }
        return clients;
    }

    /** A form that does nothing and says so on the next page. */
    public static final class Nothing {

        public String nothing(@RequestParam long agent, @RequestParam String motive, RedirectAttributes next) {
            next.addFlashAttribute("done", "Rien n'est fait.");
            return "redirect:/sessions/1";
        }
    }

    private void openNothing() throws NoSuchMethodException {
        house.application()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .registerMapping(
                        RequestMappingInfo.paths(NOTHING)
                                .methods(RequestMethod.POST)
                                .build(),
                        new Nothing(),
                        Nothing.class.getMethod("nothing", long.class, String.class, RedirectAttributes.class));
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
            for (int i = 0; i < each; i++) {
                asks.add(new Ask(session, people.get(chance.nextInt(people.size()))));
            }
        }
        Collections.shuffle(asks, chance);
        house.analyze();
        var heard = new Heard();
        var queue = new ConcurrentLinkedQueue<>(asks);
        measure(name, asks.size(), clients, heard, client -> client.work(queue, heard));
        for (Client client : clients) {
            client.look(heard);
        }
        Figures.say("     %d answers looked at afterwards, without a word %d", heard.looked.get(), heard.unsaid.get());
        audit(sessions);
    }

    private void nothing(List<Client> clients) throws Exception {
        int requests = SESSIONS * each;
        var left = new AtomicInteger(requests);
        var heard = new Heard();
        measure("nothing", requests, clients, heard, client -> client.doNothing(left, heard));
    }

    /** What the clients heard. */
    private static final class Heard {

        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger unsaid = new AtomicInteger();
        private final AtomicInteger looked = new AtomicInteger();
    }

    private interface Work {
        void of(Client client) throws IOException;
    }

    private void measure(String name, int requests, List<Client> clients, Heard heard, Work work) throws Exception {
        var number = new AtomicInteger();
        var pool =
                Executors.newFixedThreadPool(CLIENTS, task -> new Thread(task, "client-" + number.incrementAndGet()));
        List<Callable<Void>> hands = clients.stream()
                .map(client -> (Callable<Void>) () -> {
                    work.of(client);
                    return null;
                })
                .toList();
        var threads = ThreadShares.now();
        List<Integer> backends = house.backends();
        long database = Cpu.ticks(backends);
        long start = System.nanoTime();
        List<Future<Void>> done = pool.invokeAll(hands);
        double wall = (System.nanoTime() - start) / 1e9;
        var after = ThreadShares.now();
        double taken = Cpu.seconds(Cpu.ticks(house.backends()) - database);
        for (Future<Void> each : done) {
            each.get();
        }
        pool.shutdown();
        Figures.say(
                "  S1 %s: CPU a request %.2f ms in the application, %.2f in the database; beside it compiler %.2f, collector %.2f, clients %.2f, others %.2f; load %s",
                name,
                1000 * after.since(threads, Part.REQUESTS) / requests,
                1000 * taken / requests,
                1000 * after.since(threads, Part.COMPILER) / requests,
                1000 * after.since(threads, Part.COLLECTOR) / requests,
                1000 * after.since(threads, Part.CLIENTS) / requests,
                1000 * after.since(threads, Part.OTHERS) / requests,
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        Figures.say(
                "  S1 %s, %s: %d requests from %d clients in %.1f s: %.0f/s; failed %d",
                name, house.database(), requests, CLIENTS, wall, requests / wall, heard.failed.get());
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

        private final Browser browser;
        private final String token;
        private final Deque<Long> last = new ArrayDeque<>();

        Client(int port) throws IOException {
            browser = new Browser(port);
            Browser.Answer page = browser.get("/login");
            browser.post(
                    "/login",
                    Map.of(
                            "username",
                            "admin",
                            "password",
                            "Essai-mesure-2026",
                            "_csrf",
                            Browser.hidden(page.body(), "_csrf").orElseThrow()));
            token = browser.get("/api/csrf").body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
        }

        void work(ConcurrentLinkedQueue<Ask> queue, Heard heard) throws IOException {
            for (Ask ask = queue.poll(); ask != null; ask = queue.poll()) {
                var answer = browser.post(
                        "/sessions/" + ask.session() + "/inscrire",
                        Map.of("agent", String.valueOf(ask.agent()), "motive", "", "_csrf", token));
                if (answer.status() != 302 || !answer.header("Location").contains("/sessions/" + ask.session())) {
                    heard.failed.incrementAndGet();
                } else {
                    last.addLast(ask.session());
                    if (last.size() > LOOKS) {
                        last.removeFirst();
                    }
                }
            }
        }

        /** The pages to which the last answers sent him, each of which says what was done, or why not. */
        void look(Heard heard) throws IOException {
            for (long session : last.stream().distinct().toList()) {
                String page = browser.get("/sessions/" + session).body();
                heard.looked.incrementAndGet();
                if (!page.contains("class=\"notice good\"") && !page.contains("Cette personne ")) {
                    heard.unsaid.incrementAndGet();
                }
            }
            last.clear();
        }

        void doNothing(AtomicInteger left, Heard heard) throws IOException {
            while (left.getAndDecrement() > 0) {
                if (browser.post(NOTHING, Map.of("agent", "1", "motive", "", "_csrf", token))
                                .status()
                        != 302) {
                    heard.failed.incrementAndGet();
                }
            }
        }
    }
}
