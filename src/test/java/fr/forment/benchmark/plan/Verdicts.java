package fr.forment.benchmark.plan;

import fr.forment.benchmark.Figures;

/** One line a bar: figure, limit, reached or missed by how much. */
final class Verdicts {

    private Verdicts() {}

    static void atMost(String bar, double figure, double limit) {
        say(bar, figure, "<=", limit, figure <= limit + 1e-9);
    }

    static void atLeast(String bar, double figure, double limit) {
        say(bar, figure, ">=", limit, figure >= limit - 1e-9);
    }

    private static void say(String bar, double figure, String sign, double limit, boolean reached) {
        Figures.say(
                "BAR %-58s %,12.2f   limit %s %,.2f   %s",
                bar,
                figure,
                sign,
                limit,
                reached
                        ? "reached"
                        : String.format(java.util.Locale.ROOT, "MISSED by %,.2f", Math.abs(figure - limit)));
    }
}
