package fr.forment.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ratios of the rounds at one size, by the name of their bar; reported as medians against the limits of
 * {@code performance.md} §10.
 */
final class Found {

    /** @param from the size it is set for; below, what is fixed weighs more than what is measured */
    private record Limit(double value, boolean atMost, int from) {}

    private final Map<String, Limit> limits = new LinkedHashMap<>();
    private final Map<String, List<Double>> ratios = new LinkedHashMap<>();

    Found(boolean postgres) {
        atMost("L1 launch / JDBC rows", postgres ? 1.5 : 1.8, 1000);
        atLeast("L2 whole path, school by school / chunk", 3.5, 1000);
        atLeast("L2 plain engine, call by call / chunk", 3.5, 1000);
        limits.put("L2 multi-instance task / ours", null);
        limits.put("L2 multi-instance subprocess / ours", null);
        atMost("C1 answer / JDBC statements", 3.2, 1000);
        atMost("C2 answer, this size / 1000 open", 1.1, 1000);
        atMost("C3 conflicts", 0, 1000);
        atLeast("C3 answers per second / multi-instance", 5, 1000);
        atMost("R1 round / bare INSERT…SELECT", 1.5, 20000);
        atLeast("R1 timer per school / round", 100, 20000);
        atMost("T1 my tasks, this size / 1000 open", 1.5, 1000);
        atLeast("T1 engine as delivered / ours", 15, 48000);
        atMost("T2 our list / bare SQL", 3, 1000);
        atLeast("D1 engine's count / counters", 100, 48000);
    }

    private void atMost(String name, double value, int from) {
        limits.put(name, new Limit(value, true, from));
    }

    private void atLeast(String name, double value, int from) {
        limits.put(name, new Limit(value, false, from));
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
                String verdict = limit == null
                        ? "no limit: it grows with the square of the size"
                        : "limit " + (limit.atMost() ? "<= " : ">= ") + limit.value()
                                + (limit.atMost() == median < limit.value() || median == limit.value()
                                        ? " reached"
                                        : " MISSED")
                                + (size < limit.from() ? " (set for " + limit.from() + " schools)" : "");
                Figures.say(
                        "BAR %6d schools  %-42s %9.2f  (%d rounds) %s",
                        size, name, median, ratios.get(name).size(), verdict);
            }
        });
    }
}
