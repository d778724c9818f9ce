package fr.forment.benchmark;

import fr.forment.campaign.LaunchService;
import fr.forment.database.TableStatistics;
import fr.forment.engine.Processes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * L1 and L2: opening the surveys, whole product path (our rows, tasks, mails), against rows, calls and multi-instance.
 */
final class LaunchBars {

    /** One call each costs the same whatever the size: measured on so many at the most. */
    static final int CALLS_AT_MOST = 5000;
    /** Multi-instance models grow with the square of the size: beyond, they only take time and memory. */
    static final int MULTI_AT_MOST = 20_000;

    private static final int CHUNK = 100;
    private static final int COUNTED_AT_MOST = 20_000;

    private final BenchmarkHouse house;
    private final Cpu cpu;
    /** What each model took the last time, by the square of its size. */
    private final Map<String, Double> multiSeconds = new HashMap<>();

    LaunchBars(BenchmarkHouse house, Cpu cpu) {
        this.house = house;
        this.cpu = cpu;
    }

    /** The campaign is launched; nothing else is measured. */
    Cpu.Cost ours(long campaign) {
        house.analyze();
        return cpu.of(() -> house.open(campaign));
    }

    /** Writes the rows of the launch again by plain JDBC, and leaves them. */
    void floor(int size, Cpu.Cost ours, Found found) {
        var transaction = house.bean(TransactionTemplate.class);
        Rows rows = Rows.read(house.jdbc(), size);
        house.wipe();
        house.analyze();
        Cpu.Cost floor = cpu.of(() -> rows.write(house.jdbc(), transaction, house.bean(TableStatistics.class)));
        Figures.say(
                "  L1 %d rows each: ours %.0f µs a school, rows by JDBC %.0f µs, of these in the database %.0f and %.0f (wall %.0f, %.0f: ratio %.2f)",
                rows.perSchool(),
                ours.micros(size),
                floor.micros(size),
                ours.database() * 1e6 / size,
                floor.database() * 1e6 / size,
                ours.wall() * 1e6 / size,
                floor.wall() * 1e6 / size,
                ours.wall() / floor.wall());
        found.add("L1 launch / JDBC rows", ours.cpu() / floor.cpu());
    }

    /** The other ways to launch, on an empty engine each, as far as the seconds left reach. */
    void peers(int size, Cpu.Cost ours, Found found, DoubleSupplier left) {
        var engine = house.bean(ProcessEngine.class).getRuntimeService();
        int some = Math.min(size, CALLS_AT_MOST);
        Cpu.Cost one = schoolBySchool(some);
        house.clear();
        Cpu.Cost calls = cpu.of(
                () -> keys(some).forEach(key -> engine.startProcessInstanceByKey("peerEach", key, variables(key))));
        house.clear();
        Cpu.Cost chunked = cpu.of(() -> startPlain(size));
        house.clear();
        Figures.say(
                "  L2 µs a school: ours whole path %.0f, the same school by school %.0f; plain engine: call by call %.0f, chunk %.0f (one by one: of %d)",
                ours.micros(size), one.micros(some), calls.micros(some), chunked.micros(size), some);
        found.add("L2 whole path, school by school / chunk", one.micros(some) / ours.micros(size));
        found.add("L2 plain engine, call by call / chunk", calls.micros(some) / chunked.micros(size));
        multi(engine, "task", "peerMulti", size, ours, found, left.getAsDouble());
        multi(engine, "subprocess", "peerSub", size, ours, found, left.getAsDouble());
    }

    private void multi(
            RuntimeService engine, String name, String process, int size, Cpu.Cost ours, Found found, double left) {
        double expected = multiSeconds.getOrDefault(process, 0.0) * size * size;
        if (size > MULTI_AT_MOST || left < expected) {
            Figures.say(
                    "  L2 multi-instance %s left out: its cost grows with the square of the size%s",
                    name, expected > 0 ? ", it would take some %.0f s".formatted(expected) : "");
            return;
        }
        Cpu.Cost cost = cpu.of(() -> engine.startProcessInstanceByKey(process, name, Map.of("schools", keys(size))));
        house.clear();
        Figures.say("  L2 multi-instance %s %.0f µs a school", name, cost.micros(size));
        multiSeconds.put(process, cost.wall() / size / size);
        found.add("L2 multi-instance " + name + " / ours", cost.cpu() / ours.cpu());
    }

    /** So many plain cases with two variables each, as a house without its own tables would have them. */
    int plainCases(int size) {
        house.clear();
        int some = Math.min(size, COUNTED_AT_MOST);
        startPlain(some);
        house.analyze();
        return some;
    }

    private void startPlain(int size) {
        var engine = house.bean(ProcessEngine.class).getRuntimeService();
        List<String> keys = keys(size);
        for (int from = 0; from < size; from += CHUNK) {
            List<String> some = keys.subList(from, Math.min(from + CHUNK, size));
            house.bean(Processes.class).together(() -> {
                some.forEach(key -> engine.startProcessInstanceByKey("peerEach", key, variables(key)));
                return null;
            });
        }
    }

    /** The same services, one school to a transaction. */
    private Cpu.Cost schoolBySchool(int size) {
        var launch = (LaunchService) AopTestUtils.getTargetObject(house.bean(LaunchService.class));
        Object chunk = ReflectionTestUtils.getField(launch, "chunk");
        ReflectionTestUtils.setField(launch, "chunk", 1);
        try {
            return ours(house.campaign(size));
        } finally {
            ReflectionTestUtils.setField(launch, "chunk", chunk);
        }
    }

    static List<String> keys(int size) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            keys.add(String.valueOf(i));
        }
        return keys;
    }

    private static Map<String, Object> variables(String key) {
        return Map.of("school", "École élémentaire", "pupils", 70 + Integer.parseInt(key) % 150);
    }
}
