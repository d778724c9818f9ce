package fr.forment.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ratios of the rounds at one size, by the name of their bar; reported as medians against the limits of {@code performance.md} §10. */
final class Found {

    private record Limit(double value, boolean atMost) {
    }

    private final Map<String, Limit> limits = new LinkedHashMap<>();
    private final Map<String, List<Double>> ratios = new LinkedHashMap<>();

    Found(boolean postgres) {
        atMost("L1 launch / JDBC rows", postgres ? 1.5 : 1.8);
        atLeast("L2 whole path, school by school / chunk", 3.5);
        atLeast("L2 plain engine, call by call / chunk", 3.5);
        limits.put("L2 multi-instance task / ours", null);
        limits.put("L2 multi-instance subprocess / ours", null);
        atMost("C1 answer / JDBC statements", 3.2);
        atMost("C2 answer, this size / 1000 open", 1.1);
        atMost("C3 conflicts", 0);
        atLeast("C3 answers per second / multi-instance", 5);
        atMost("R1 round / bare INSERT…SELECT", 1.5);
        atLeast("R1 timer per school / round", 100);
        atMost("T1 my tasks, this size / 1000 open", 1.5);
        atLeast("T1 engine as delivered / ours", 15);
        atMost("T2 our list / bare SQL", 3);
        atLeast("D1 engine's count / counters", 100);
    }

    private void atMost(String name, double value) {
        limits.put(name, new Limit(value, true));
    }

    private void atLeast(String name, double value) {
        limits.put(name, new Limit(value, false));
    }

    void add(String name, double ratio) {
        if (!limits.containsKey(name)) {
            throw new IllegalArgumentException(name);
        }
        ratios.computeIfAbsent(name, key -> new ArrayList<>()).add(ratio);
    }

    void report(int size) {
        limits.forEach((name, limit) -> {
            if (ratios.containsKey(name)) {
                double median = Figures.median(ratios.get(name));
                String verdict = limit == null ? "no limit: it grows with the square of the size"
                        : "limit " + (limit.atMost() ? "<= " : ">= ") + limit.value() + (limit.atMost() == median < limit.value() || median == limit.value() ? " reached" : " MISSED");
                Figures.say("BAR %6d schools  %-42s %9.2f  (%d rounds) %s", size, name, median, ratios.get(name).size(), verdict);
            }
        });
    }
}
