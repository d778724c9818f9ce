package fr.forment.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.campaign.NeedsGround;
import fr.forment.grid.GridRunService;
import fr.forment.grid.GridService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the grid costs, per school: {@code --db=pg|h2 --sizes=500,4104,20000 --rounds=3}. Two schools of three have
 * answered. Printed per size and round, sizes interleaved: settling it for the first time (countSchools and
 * consolidate, a transaction per chunk), the longest chunk (how long an answer may have to wait), computing it again
 * when nothing has changed; then the slope over the sizes.
 */
public final class GridBenchmark {

    private final BenchmarkHouse house;
    private final Cpu cpu;
    private final Map<Integer, List<Double>> first = new LinkedHashMap<>();
    private final Map<Integer, List<Double>> again = new LinkedHashMap<>();

    private GridBenchmark(BenchmarkHouse house) {
        this.house = house;
        this.cpu = new Cpu(house);
    }

    public static void main(String[] args) {
        Map<String, String> options = new LinkedHashMap<>(Map.of("db", "pg", "sizes", "500,4104", "rounds", "3"));
        Arrays.stream(args)
                .filter(arg -> arg.matches("--\\w+=.+"))
                .forEach(arg -> options.put(arg.substring(2, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1)));
        List<Integer> sizes = Arrays.stream(options.get("sizes").split(","))
                .map(Integer::valueOf)
                .sorted()
                .toList();
        try (BenchmarkHouse house = new BenchmarkHouse(options.get("db"), sizes.get(sizes.size() - 1))) {
            var benchmark = new GridBenchmark(house);
            for (int i = 0; i < 3; i++) { // JIT
                benchmark.round(Math.min(500, sizes.get(0)), false);
            }
            Figures.say("%n== grid (%s), CPU µs per school ==", house.database());
            for (int round = 0; round < Integer.parseInt(options.get("rounds")); round++) {
                sizes.forEach(size -> benchmark.round(size, true));
            }
            benchmark.tell(sizes);
        }
        System.exit(0);
    }

    private void round(int size, boolean measured) {
        long campaign = answered(size);
        var runs = house.bean(GridRunService.class);
        List<Double> chunks = new ArrayList<>();
        Cpu.Cost settled = cpu.of(() -> {
            for (boolean more = true; more; ) {
                long begun = System.nanoTime();
                more = runs.count(campaign);
                chunks.add((System.nanoTime() - begun) / 1e6);
            }
            house.bean(GridService.class).consolidate(campaign);
        });
        house.analyze();
        Cpu.Cost unchanged = cpu.of(() -> {
            house.bean(GridService.class).compute(campaign);
        });
        if (measured) {
            first.computeIfAbsent(size, none -> new ArrayList<>()).add(settled.micros(size));
            again.computeIfAbsent(size, none -> new ArrayList<>()).add(unchanged.micros(size));
            Figures.say(
                    "%,6d schools: settled %6.0f (wall %.1f s, longest chunk %.0f ms), again %6.0f (wall %.1f s), %,d lines",
                    size,
                    settled.micros(size),
                    settled.wall(),
                    chunks.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                    unchanged.micros(size),
                    unchanged.wall(),
                    lines(campaign));
        }
    }

    /** A campaign after its deadline; nobody was written to. */
    private long answered(int size) {
        house.jdbc().update("DELETE FROM need_correction");
        for (String table : List.of("need_line", "need_school", "need_grid", "need_run")) {
            house.jdbc().update("DELETE FROM " + table);
        }
        long campaign = house.campaign(size);
        house.jdbc().update("UPDATE campaign SET state = 'CLOSE' WHERE id = ?", campaign);
        house.jdbc().update("""
                INSERT INTO survey (version, campaign_id, school_uai, state, invited_on)
                SELECT 0, campaign_id, ref, CASE WHEN MOD(CAST(SUBSTRING(ref FROM 2 FOR 6) AS INTEGER), 3) = 0 THEN 'INVITE' ELSE 'REPONDU' END, DATE '2026-09-01'
                  FROM campaign_perimeter WHERE campaign_id = ?""", campaign);
        house.jdbc().update("""
                INSERT INTO survey_answer (survey_id, answered_at, late, answers) SELECT id, CURRENT_TIMESTAMP, FALSE, CAST(? AS VARCHAR(20000)) FROM survey
                 WHERE campaign_id = ? AND state = 'REPONDU'""", answer(), campaign);
        house.analyze();
        return campaign;
    }

    private static String answer() {
        Map<String, String> said = new LinkedHashMap<>();
        NeedsGround.goodAnswer().forEach((question, value) -> said.put(question, String.valueOf(value)));
        try {
            return new ObjectMapper().writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long lines(long campaign) {
        return house.jdbc()
                .queryForObject("SELECT COUNT(*) FROM need_line WHERE campaign_id = ?", Long.class, campaign);
    }

    private void tell(List<Integer> sizes) {
        sizes.forEach(size -> Figures.say(
                "median of %,d schools: settled %.0f µs, again %.0f µs per school",
                size, Figures.median(first.get(size)), Figures.median(again.get(size))));
        if (sizes.size() > 1) {
            Figures.atMost("G1 settled, slope of total CPU", slope(first, sizes), 1.05);
            Figures.atMost("G2 again, slope of total CPU", slope(again, sizes), 1.05);
        }
    }

    private static double slope(Map<Integer, List<Double>> micros, List<Integer> sizes) {
        return Figures.slope(sizes.stream()
                .map(size -> new double[] {size, Figures.median(micros.get(size)) * size})
                .toList());
    }
}
