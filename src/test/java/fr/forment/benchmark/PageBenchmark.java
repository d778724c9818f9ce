package fr.forment.benchmark;

import fr.forment.TestGround;
import fr.forment.account.AgentFunction;
import fr.forment.attack.Door;
import fr.forment.attack.OnePlace;
import fr.forment.attack.TwoPlaces;
import fr.forment.attack.pages.ReadPages;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * E1, {@code --db=pg|h2 --circos=1,25,107 --calls=20 --only=/tableau --readers=widest --hold=true}: every page of
 * {@link ReadPages} for whoever reads it, with so many circonscriptions in one département and two school years behind
 * them ({@link PageGround}), in one run that grows. Per page: p50 and p95 of the wall clock, CPU of the thread and of
 * the database per call, and statements. The pages are drawn in full, rights checked, by the house itself; no network
 * stands between.
 */
public final class PageBenchmark {

    /** Who sees most comes first. */
    private static final List<String> WIDEST = List.of(
            "adviser",
            "admin",
            "ien",
            "erun",
            "cpc",
            "secretary",
            "director",
            "otherDirector",
            "teacher",
            "otherTeacher");

    private static final double MOST_MS = 300;
    private static final double MOST_GROWTH = 1.2;
    private static final double GROWTH_ANYWAY_MS = 20;

    private final BenchmarkHouse house;
    private final Cpu cpu;
    private final MockMvc web;
    private final OnePlace place;
    private final Map<String, Authentication> readers = new LinkedHashMap<>();
    private final Map<Door, List<Read>> found = new LinkedHashMap<>();

    /** Milliseconds. */
    private record Read(
            int circos, double p50, double p95, double cpu, double database, List<String> said, int status) {}

    private PageBenchmark(BenchmarkHouse house) {
        this.house = house;
        this.cpu = new Cpu(house);
        this.web = MockMvcBuilders.webAppContextSetup((WebApplicationContext) house.application())
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        this.place = house.bean(TwoPlaces.class).make();
        house.bean(TwoPlaces.class).begin();
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new LinkedHashMap<>(Map.of(
                "db",
                "pg",
                "circos",
                "1,25,107",
                "calls",
                "20",
                "only",
                "",
                "slow",
                "25",
                "readers",
                "all",
                "warm",
                "8",
                "hold",
                "false"));
        Arrays.stream(args)
                .filter(arg -> arg.matches("--\\w+=.+"))
                .forEach(arg -> options.put(arg.substring(2, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1)));
        try (BenchmarkHouse house = new BenchmarkHouse(options.get("db"), 0)) {
            var benchmark = new PageBenchmark(house);
            benchmark.readers();
            var ground = new PageGround(house, benchmark.place);
            List<Door> doors = doors(options.get("only"), options.get("readers").equals("widest"));
            int calls = Integer.parseInt(options.get("calls"));
            boolean first = true;
            for (String size : options.get("circos").split(",")) {
                ground.growTo(Integer.parseInt(size));
                if (first) { // JIT: whatever a page runs, it ran before
                    doors.forEach(door -> benchmark.read(door, 0, Integer.parseInt(options.get("warm"))));
                    Figures.say("warmed up");
                    first = false;
                }
                doors.forEach(door -> benchmark
                        .found
                        .computeIfAbsent(door, d -> new ArrayList<>())
                        .add(benchmark.read(door, Integer.parseInt(size), calls)));
            }
            benchmark.tell(Integer.parseInt(options.get("slow")));
            if (options.get("hold").equals("true")) {
                Figures.say("held at %s", house.address());
                System.in.read(); // EXPLAIN on the grown database, until Enter
            }
        }
        System.exit(0);
    }

    /** @param widest each page once, for who sees most of it */
    private static List<Door> doors(String only, boolean widest) {
        List<Door> all = ReadPages.all()
                .filter(door -> only.isEmpty() || List.of(only.split(",")).contains(door.path))
                .toList();
        return !widest
                ? all
                : List.copyOf(all.stream()
                        .collect(Collectors.toMap(
                                door -> door.path,
                                door -> door,
                                (one, other) -> rank(other) < rank(one) ? other : one,
                                LinkedHashMap::new))
                        .values());
    }

    private static int rank(Door door) {
        int rank = WIDEST.indexOf(door.actor);
        return rank < 0 ? WIDEST.size() : rank;
    }

    private void readers() {
        var ground = house.bean(TestGround.class);
        Agent adviser = ground.agent(NewAgent.inDepartement(
                "Conseil" + place.circo().uai(), "Dominique", "conseil@exemple.invalid", AgentFunction.CPD, "035"));
        place.people().forEach((role, agent) -> {
            ground.as(agent);
            readers.put(role, SecurityContextHolder.getContext().getAuthentication());
        });
        ground.as(adviser);
        readers.put("adviser", SecurityContextHolder.getContext().getAuthentication());
        ground.as("admin");
        readers.put("admin", SecurityContextHolder.getContext().getAuthentication());
        SecurityContextHolder.clearContext();
    }

    private Read read(Door door, int circos, int calls) {
        for (int i = 0; i < 2; i++) {
            call(door);
        }
        CountedStatements.begin();
        int status = call(door);
        List<String> said = CountedStatements.end();
        List<Double> times = new ArrayList<>();
        Cpu.Cost cost = cpu.of(() -> {
            for (int i = 0; i < calls; i++) {
                long start = System.nanoTime();
                call(door);
                times.add((System.nanoTime() - start) / 1e6);
            }
        });
        times.sort(null);
        return new Read(
                circos,
                Figures.median(times),
                times.get((int) Math.ceil(0.95 * times.size()) - 1),
                cost.cpu() * 1e3 / calls,
                cost.database() * 1e3 / calls,
                said,
                status);
    }

    private int call(Door door) {
        Map<String, String> values = new LinkedHashMap<>(door.typed);
        door.ids.forEach(id -> values.put(id.name(), place.of(id.thing())));
        var request = MockMvcRequestBuilders.get(
                        UriComponentsBuilder.fromPath(door.path).build(values))
                .with(SecurityMockMvcRequestPostProcessors.authentication(readers.get(door.actor)));
        values.forEach((name, value) -> {
            if (!door.path.contains("{" + name + "}")) {
                request.param(name, value);
            }
        });
        try {
            return web.perform(request).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            return 500;
        }
    }

    private void tell(int slow) {
        Figures.say("%n== pages, %s: ms; cpu = thread and database ==", house.database());
        Figures.say("%-58s %6s %5s %8s %8s %8s %8s", "page, reader", "circos", "said", "p50", "p95", "cpu", "db");
        found.entrySet().stream()
                .sorted((one, other) -> Double.compare(
                        last(other.getValue()).cpu(), last(one.getValue()).cpu()))
                .forEach(each -> each.getValue()
                        .forEach(read -> Figures.say(
                                "%-58s %6d %5d %8.1f %8.1f %8.1f %8.1f%s",
                                each.getKey().path + ", " + each.getKey().actor,
                                read.circos(),
                                read.said().size(),
                                read.p50(),
                                read.p95(),
                                read.cpu(),
                                read.database(),
                                read.status() == 200 ? "" : "  status " + read.status())));
        bars(slow);
    }

    private void bars(int slow) {
        int overTime = 0;
        int overStatements = 0;
        int grown = 0;
        for (var each : found.entrySet()) {
            Read one = each.getValue().get(0);
            Read most = last(each.getValue());
            List<String> missed = new ArrayList<>();
            if (most.p95() > MOST_MS) {
                overTime++;
                missed.add("p95 %.0f ms".formatted(most.p95()));
            }
            if (most.said().size() > ReadPages.most(each.getKey())) {
                overStatements++;
                missed.add(most.said().size() + " statements");
            }
            if (most.cpu() > Math.max(one.cpu() * MOST_GROWTH, one.cpu() + GROWTH_ANYWAY_MS)) {
                grown++;
                missed.add("cpu %.1f -> %.1f ms".formatted(one.cpu(), most.cpu()));
            }
            if (!missed.isEmpty()) {
                Figures.say("MISSED %s for %s: %s", each.getKey().path, each.getKey().actor, missed);
                if (slow > 0 && most.cpu() > slow) {
                    Figures.say(
                            "    %s",
                            most.said().stream()
                                    .map(sql -> sql.replaceAll("\\s+", " "))
                                    .map(sql -> sql.substring(0, Math.min(160, sql.length())))
                                    .collect(Collectors.joining("\n    ")));
                }
            }
        }
        Figures.atMost("E1 pages with p95 over 300 ms", overTime, 0);
        Figures.atMost("E1 pages with too many statements", overStatements, 0);
        Figures.atMost("E1 pages that grow (CPU)", grown, 0);
    }

    private static Read last(List<Read> reads) {
        return reads.get(reads.size() - 1);
    }
}
