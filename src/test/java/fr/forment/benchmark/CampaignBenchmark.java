package fr.forment.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code --db=pg|h2 --sizes=100,1000,5000,20000,48000 --bars=L1,L2,L3,C1,C2,C3,R1,K,T1,T2,D1 --rounds=3 --minutes=15}.
 * Sizes from the smallest, rounds interleaved: each measures ours next to what it is compared with. A round that would
 * not fit the minutes is left out, and what is cut is said.
 */
public final class CampaignBenchmark {

    private final BenchmarkHouse house;
    private final CampaignRound round;
    private final int rounds;
    private final long end;
    /** By act, {size, CPU of all its schools in seconds}. */
    private final Map<String, List<double[]>> acts = new LinkedHashMap<>();

    private double perSchool;

    private CampaignBenchmark(BenchmarkHouse house, Set<String> bars, int rounds, long end) {
        this.house = house;
        this.round = new CampaignRound(house, bars);
        this.rounds = rounds;
        this.end = end;
    }

    public static void main(String[] args) {
        long start = System.nanoTime();
        Map<String, String> options = new LinkedHashMap<>(Map.of(
                "db",
                "pg",
                "sizes",
                "100,1000",
                "bars",
                "L1,L2,L3,C1,C2,C3,R1,K,T1,T2,D1",
                "rounds",
                "3",
                "minutes",
                "15"));
        Arrays.stream(args)
                .filter(arg -> arg.matches("--\\w+=.+"))
                .forEach(arg -> options.put(arg.substring(2, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1)));
        List<Integer> sizes = Arrays.stream(options.get("sizes").split(","))
                .map(Integer::valueOf)
                .sorted()
                .toList();
        int most = Math.max(CampaignRound.BASE, sizes.get(sizes.size() - 1));
        try (BenchmarkHouse house = new BenchmarkHouse(options.get("db"), most)) {
            house.warmUp();
            Set<String> bars =
                    new LinkedHashSet<>(Arrays.asList(options.get("bars").split(",")));
            var benchmark = new CampaignBenchmark(
                    house,
                    bars,
                    Integer.parseInt(options.get("rounds")),
                    start + (long) (Double.parseDouble(options.get("minutes")) * 60e9));
            sizes.forEach(benchmark::measure);
            if (bars.contains("L3")) {
                benchmark.slopes();
            }
        }
        Figures.say("%nmeasured in %.0f s", (System.nanoTime() - start) / 1e9);
        System.exit(0);
    }

    private double left() {
        return (end - System.nanoTime()) / 1e9;
    }

    private void measure(int size) {
        Figures.say("%n== %d schools (%s, %.0f s left) ==", size, house.database(), left());
        Found found = new Found(house.isPostgres());
        Map<String, List<Double>> costs = new LinkedHashMap<>();
        for (int n = 1; n <= rounds; n++) {
            double expected = perSchool * size;
            if (left() < expected) {
                Figures.say(
                        "round %d at %d schools left out: it would take some %.0f s, %.0f s are left",
                        n, size, expected, left());
                break;
            }
            Figures.say(" round %d", n);
            try {
                long start = System.nanoTime();
                Map<String, Double> cost = new LinkedHashMap<>();
                Cpu.Cost ours = round.run(size, found, cost);
                if (size
                        >= CampaignRound
                                .BASE) { // below, what each round costs by itself would be taken for the schools'
                    perSchool = (System.nanoTime() - start) / 1e9 / size;
                }
                cost.forEach((act, seconds) ->
                        costs.computeIfAbsent(act, key -> new ArrayList<>()).add(seconds));
                round.peers(size, ours, found, this::left);
            } catch (RuntimeException broken) {
                Figures.say("round %d at %d schools could not be measured: %s", n, size, broken);
                broken.printStackTrace();
                house.clear();
            }
        }
        found.report(size);
        Figures.say(
                "    measured on fewer: C3's multi-instance and R1's timers on 500, L2's calls one by one on %d, D1's cases on 20000",
                LaunchBars.CALLS_AT_MOST);
        costs.forEach((act, seconds) ->
                acts.computeIfAbsent(act, key -> new ArrayList<>()).add(new double[] {size, Figures.median(seconds)}));
    }

    /** Of each act over all schools, from a thousand schools on; below, the first chunk weighs. */
    private void slopes() {
        acts.forEach((act, all) -> {
            List<double[]> points =
                    all.stream().filter(each -> each[0] >= CampaignRound.BASE).toList();
            if (points.size() < 2) {
                Figures.say("BAR L3 slope of the %s: two sizes from 1000 schools on are needed", act);
                return;
            }
            double slope = Figures.slope(points);
            Figures.say(
                    "BAR L3 slope of the %s from %.0f to %.0f schools %.3f  limit <= 1.05 %s",
                    act,
                    points.get(0)[0],
                    points.get(points.size() - 1)[0],
                    slope,
                    slope <= 1.05 ? "reached" : "MISSED");
        });
    }
}
