package fr.forment.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code --db=pg|h2 --sizes=100,1000,5000,20000,48000 --bars=L1,L2,L3,C1,C2,C3,R1,T1,T2,D1 --rounds=3}. Each bar stands alone and may be run again by
 * itself; sizes that a bar cannot use (multi-instance is quadratic) are cut to what it can, and it says so.
 */
public final class CampaignBenchmark {

    private CampaignBenchmark() {
    }

    public static void main(String[] args) {
        Map<String, String> options = new LinkedHashMap<>(Map.of("db", "pg", "sizes", "100,1000", "bars", "L1,L2,L3,C1,C2,C3,R1,T1,T2,D1", "rounds", "3"));
        Arrays.stream(args).filter(arg -> arg.matches("--\\w+=.+")).forEach(arg -> options.put(arg.substring(2, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1)));
        List<Integer> sizes = Arrays.stream(options.get("sizes").split(",")).map(Integer::valueOf).sorted().toList();
        int rounds = Integer.parseInt(options.get("rounds"));
        try (BenchmarkHouse house = new BenchmarkHouse(options.get("db"), sizes.get(sizes.size() - 1))) {
            Cpu cpu = new Cpu(house);
            house.warmUp();
            List<String> bars = Arrays.asList(options.get("bars").split(","));
            var launch = new LaunchBars(house, cpu, sizes, rounds);
            var answers = new AnswerBars(house, cpu, sizes, rounds);
            var reads = new ReadBars(house, cpu, sizes, rounds);
            Map<String, Runnable> known = new LinkedHashMap<>();
            known.put("L1", launch::floor);
            known.put("L2", launch::peers);
            known.put("L3", launch::linear);
            known.put("C1", answers::floor);
            known.put("C2", answers::flat);
            known.put("C3", answers::rush);
            known.put("R1", new ReminderBar(house, cpu, sizes, rounds)::run);
            known.put("T1", reads::tasks);
            known.put("T2", reads::taskFloor);
            known.put("D1", reads::dashboard);
            known.forEach((name, bar) -> {
                if (bars.contains(name)) {
                    Figures.say("%n== %s (%s) ==", name, house.database());
                    try {
                        bar.run();
                    } catch (RuntimeException broken) {
                        Figures.say("%s could not be measured: %s", name, broken);
                        broken.printStackTrace();
                    } finally {
                        house.clear();
                    }
                }
            });
        }
        System.exit(0);
    }
}
