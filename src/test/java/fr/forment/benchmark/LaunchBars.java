package fr.forment.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.forment.engine.Processes;
import fr.forment.needs.LaunchService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** L1 to L3: opening the surveys, whole product path (our rows, filled forms, mails), against rows, calls and multi-instance. */
final class LaunchBars {

    private static final int FLOOR_AT_MOST = 5000;
    private static final int MULTI_AT_MOST = 1000;

    private final BenchmarkHouse house;
    private final Cpu cpu;
    private final List<Integer> sizes;
    private final int rounds;

    LaunchBars(BenchmarkHouse house, Cpu cpu, List<Integer> sizes, int rounds) {
        this.house = house;
        this.cpu = cpu;
        this.sizes = sizes;
        this.rounds = rounds;
    }

    private int largest(int most) {
        return sizes.stream().filter(size -> size <= most).max(Integer::compare).orElse(most);
    }

    private Cpu.Cost ours(int size) {
        long campaign = house.campaign(size);
        return cpu.of(() -> house.launch(campaign));
    }

    void floor() {
        int size = largest(FLOOR_AT_MOST);
        var transaction = house.bean(TransactionTemplate.class);
        List<Double> ratios = new ArrayList<>();
        List<Double> walls = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Cpu.Cost ours = ours(size);
            Rows rows = Rows.read(house.jdbc(), size);
            for (String table : BenchmarkHouse.CAMPAIGN_TABLES) {
                house.jdbc().update("DELETE FROM " + table);
            }
            house.analyze();
            Cpu.Cost floor = cpu.of(() -> rows.write(house.jdbc(), transaction));
            Figures.say("  round %d, %d schools, %d rows each: ours %.0f µs/school, rows by JDBC %.0f µs (wall %.0f, %.0f)", round + 1, size, rows.perSchool(),
                    ours.micros(size), floor.micros(size), ours.wall() * 1e6 / size, floor.wall() * 1e6 / size);
            ratios.add(ours.cpu() / floor.cpu());
            walls.add(ours.wall() / floor.wall());
        }
        Figures.atMost("L1 launch / JDBC rows (CPU)", Figures.median(ratios), house.isPostgres() ? 1.5 : 1.8);
        Figures.say("    wall ratio %.2f", Figures.median(walls));
    }

    void peers() {
        int size = largest(MULTI_AT_MOST);
        var engine = house.bean(ProcessEngine.class);
        var processes = house.bean(Processes.class);
        List<Double> whole = new ArrayList<>();
        List<Double> each = new ArrayList<>();
        List<Double> lean = new ArrayList<>();
        List<Double> multi = new ArrayList<>();
        List<Double> sub = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Cpu.Cost ours = ours(size);
            Cpu.Cost one = oneByOne(size);
            house.clear();
            Cpu.Cost calls = cpu.of(() -> keys(size).forEach(key -> engine.getRuntimeService().startProcessInstanceByKey("peerEach", key, variables())));
            house.clear();
            Cpu.Cost chunked = cpu.of(() -> {
                for (int from = 0; from < size; from += 100) {
                    processes.startAll("peerEach", keys(size).subList(from, Math.min(from + 100, size)));
                }
            });
            house.clear();
            Cpu.Cost task = cpu.of(() -> engine.getRuntimeService().startProcessInstanceByKey("peerMulti", "m", Map.of("schools", keys(size))));
            house.clear();
            Cpu.Cost subprocess = cpu.of(() -> engine.getRuntimeService().startProcessInstanceByKey("peerSub", "s", Map.of("schools", keys(size))));
            house.clear();
            whole.add(one.cpu() / ours.cpu());
            Figures.say("  round %d, %d schools, µs each: ours whole path %.0f, the same school by school %.0f; plain Camunda: one call each %.0f, chunked %.0f, multi-instance task %.0f, subprocess %.0f", round + 1,
                    size, ours.micros(size), one.micros(size), calls.micros(size), chunked.micros(size), task.micros(size), subprocess.micros(size));
            each.add(calls.cpu() / ours.cpu());
            lean.add(calls.cpu() / chunked.cpu());
            multi.add(task.cpu() / ours.cpu());
            sub.add(subprocess.cpu() / ours.cpu());
        }
        Figures.atLeast("L2 whole path, one call each / ours", Figures.median(whole), 3.5);
        Figures.atLeast("L2 plain Camunda, one call each / chunk", Figures.median(lean), 3.5);
        Figures.say("    plain Camunda's bare case (9 rows), one call each / our whole path (4 times the rows) %.2f", Figures.median(each));
        Figures.say("    multi-instance task / ours %.2f, subprocess / ours %.2f at %d schools (both quadratic)", Figures.median(multi), Figures.median(sub), size);
    }

    /** The same services, one school to a transaction. */
    private Cpu.Cost oneByOne(int size) {
        var launch = (LaunchService) AopTestUtils.getTargetObject(house.bean(LaunchService.class));
        Object chunk = ReflectionTestUtils.getField(launch, "chunk");
        ReflectionTestUtils.setField(launch, "chunk", 1);
        try {
            return ours(size);
        } finally {
            ReflectionTestUtils.setField(launch, "chunk", chunk);
        }
    }

    void linear() {
        List<double[]> points = new ArrayList<>();
        for (int size : sizes) {
            List<Double> costs = new ArrayList<>();
            for (int round = 0; round < (size > FLOOR_AT_MOST ? 1 : rounds); round++) {
                costs.add(ours(size).cpu());
            }
            double cost = Figures.median(costs);
            Figures.say("  %6d schools: %.2f s CPU, %.0f µs each", size, cost, cost * 1e6 / size);
            if (size >= 1000 || sizes.stream().filter(other -> other >= 1000).count() < 2) {
                points.add(new double[] { size, cost });
            }
        }
        if (points.size() > 1) {
            Figures.atMost("L3 slope of the launch", Figures.slope(points), 1.05);
        }
    }

    static List<String> keys(int size) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            keys.add(String.valueOf(i));
        }
        return keys;
    }

    private static Map<String, Object> variables() {
        return Map.of("school", "École élémentaire", "sheet", "9000000X");
    }
}
