package fr.forment.document;

import fr.forment.means.PlanMeans.PeriodMeans;
import java.util.ArrayList;
import java.util.List;

/**
 * Hours of trainers per period as bars, in the units of the drawing.
 *
 * @param most hours at the top of the axis
 */
public record HoursPlot(List<Bar> bars, int most) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 200;
    private static final int STEP = 10;
    private static final double FILLED = 0.6;
    private static final int MINUTES = 60;

    /** @param label short, below the bar */
    public record Bar(double x, double y, double width, double height, double middle, String label, String hours) {}

    public static HoursPlot of(List<PeriodMeans> periods) {
        long longest = periods.stream().mapToLong(PeriodMeans::minutes).max().orElse(0);
        int most = (int) Math.max(STEP, (longest + MINUTES * STEP - 1) / (MINUTES * STEP) * STEP);
        double place = periods.isEmpty() ? 0 : (double) WIDTH / periods.size();
        List<Bar> bars = new ArrayList<>();
        for (int n = 0; n < periods.size(); n++) {
            double height = (double) periods.get(n).minutes() / MINUTES / most * HEIGHT;
            double left = n * place + place * (1 - FILLED) / 2;
            bars.add(new Bar(
                    round(left),
                    round(HEIGHT - height),
                    round(place * FILLED),
                    round(height),
                    round(left + place * FILLED / 2),
                    periods.get(n).period().title().replaceAll(",.*", "").replace("Période ", "P"),
                    periods.get(n).hours()));
        }
        return new HoursPlot(bars, most);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
