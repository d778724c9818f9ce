package fr.forment.benchmark;

import java.util.List;

/** Medians and how they are printed. */
public final class Figures {

    private Figures() {}

    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public static void say(String format, Object... values) {
        System.out.printf(java.util.Locale.ROOT, format + "%n", values);
        System.out.flush();
    }

    /** A ratio against its limit. */
    public static void atMost(String name, double ratio, double limit) {
        say("BAR %-34s %8.2f   limit <= %-6s %s", name, ratio, limit, ratio <= limit ? "reached" : "MISSED");
    }

    /** Slope of log y over log x, least squares. */
    public static double slope(List<double[]> points) {
        double mx = points.stream().mapToDouble(p -> Math.log(p[0])).average().orElse(0);
        double my = points.stream().mapToDouble(p -> Math.log(p[1])).average().orElse(0);
        double up = points.stream()
                .mapToDouble(p -> (Math.log(p[0]) - mx) * (Math.log(p[1]) - my))
                .sum();
        return up
                / points.stream()
                        .mapToDouble(p -> Math.pow(Math.log(p[0]) - mx, 2))
                        .sum();
    }
}
