package fr.forment.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.forment.engine.Processes;
import fr.forment.engine.TableStatistics;
import fr.forment.needs.LaunchService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** L1 and L2: opening the surveys, whole product path (our rows, tasks, mails), against rows, calls and multi-instance. */
final class LaunchBars {

    /** One call each costs the same whatever the size, and the multi-instance models grow with its square: beyond, they only take time. */
    static final int PEERS_AT_MOST = 5000;

    private static final int CHUNK = 100;
    private static final int COUNTED_AT_MOST = 20_000;

    private final BenchmarkHouse house;
    private final Cpu cpu;

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
        Figures.say("  L1 %d rows each: ours %.0f µs a school, rows by JDBC %.0f µs, of these in the database %.0f and %.0f (wall %.0f, %.0f: ratio %.2f)", rows.perSchool(),
                ours.micros(size), floor.micros(size), ours.database() * 1e6 / size, floor.database() * 1e6 / size,
                ours.wall() * 1e6 / size, floor.wall() * 1e6 / size, ours.wall() / floor.wall());
        found.add("L1 launch / JDBC rows", ours.cpu() / floor.cpu());
    }

    /** The other ways to launch, on an empty engine each. */
    void peers(int size, Cpu.Cost ours, Found found) {
        var engine = house.bean(ProcessEngine.class).getRuntimeService();
        Cpu.Cost one = schoolBySchool(size);
        house.clear();
        Cpu.Cost calls = cpu.of(() -> keys(size).forEach(key -> engine.startProcessInstanceByKey("peerEach", key, variables(key))));
        house.clear();
        Cpu.Cost chunked = cpu.of(() -> startPlain(size));
        house.clear();
        Cpu.Cost task = cpu.of(() -> engine.startProcessInstanceByKey("peerMulti", "m", Map.of("schools", keys(size))));
        house.clear();
        Cpu.Cost subprocess = cpu.of(() -> engine.startProcessInstanceByKey("peerSub", "s", Map.of("schools", keys(size))));
        house.clear();
        Figures.say("  L2 µs a school: ours whole path %.0f, the same school by school %.0f; plain engine: call by call %.0f, chunk %.0f, multi-instance task %.0f, subprocess %.0f",
                ours.micros(size), one.micros(size), calls.micros(size), chunked.micros(size), task.micros(size), subprocess.micros(size));
        found.add("L2 whole path, school by school / chunk", one.cpu() / ours.cpu());
        found.add("L2 plain engine, call by call / chunk", calls.cpu() / chunked.cpu());
        found.add("L2 multi-instance task / ours", task.cpu() / ours.cpu());
        found.add("L2 multi-instance subprocess / ours", subprocess.cpu() / ours.cpu());
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
