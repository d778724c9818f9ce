package fr.forment.overview.board;

import java.util.ArrayList;
import java.util.List;

/**
 * Upright bars, drawn on the server, in the units of the drawing; the table beside it has the same figures.
 *
 * @param title what is drawn, said to who does not see it
 * @param unit of the figures, in words
 * @param first what the lower part of a bar is
 * @param second what stands on it; empty where bars have one part
 * @param most at the top of the axis
 */
public record Bars(String title, String unit, String first, String second, List<Bar> bars, int most) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 200;
    private static final double FILLED = 0.7;
    private static final int MOST_NAMED = 12;
    private static final double WIDEST = 60;

    /** What is drawn in one place of the axis. */
    public record Value(String label, int first, int second) {

        public int whole() {
            return first + second;
        }
    }

    /** @param named its label stands below it: not all do where there are many */
    public record Bar(
            Value value,
            double x,
            double width,
            double middle,
            double y,
            double height,
            double above,
            double heightAbove,
            boolean named) {}

    /** In the order of the axis. */
    public static Bars of(String title, String unit, String first, String second, List<Value> values) {
        int most = Math.max(1, values.stream().mapToInt(Value::whole).max().orElse(1));
        double place = values.isEmpty() ? 0 : (double) WIDTH / values.size();
        int step = Math.max(1, (values.size() + MOST_NAMED - 1) / MOST_NAMED);
        List<Bar> bars = new ArrayList<>();
        for (int n = 0; n < values.size(); n++) {
            Value value = values.get(n);
            double low = (double) value.first() / most * HEIGHT;
            double high = (double) value.second() / most * HEIGHT;
            double width = Math.min(WIDEST, place * FILLED);
            double middle = (n + 0.5) * place;
            bars.add(new Bar(
                    value,
                    round(middle - width / 2),
                    round(width),
                    round(middle),
                    round(HEIGHT - low),
                    round(low),
                    round(HEIGHT - low - high),
                    round(high),
                    n % step == 0));
        }
        return new Bars(title, unit, first, second, bars, most);
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
