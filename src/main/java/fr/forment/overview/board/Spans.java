package fr.forment.overview.board;

import fr.forment.french.French;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Lengths of time under each other on one axis of months, drawn on the server, in the units of the drawing; the table
 * beside it has the same lines.
 *
 * @param ticks where a month begins
 */
public record Spans(List<Bar> bars, List<Tick> ticks, int height) {

    public static final int WIDTH = 400;
    private static final int LINE = 36;
    private static final int HEAD = 24;
    private static final int MOST_NAMED = 6;

    /** @param mark the day that stands out in it */
    public record Span(String label, LocalDate from, LocalDate until, LocalDate mark) {

        /** « Vague 1 : du 4 janvier 2027 au 12 mars 2027, ouverture le 8 février 2027 » */
        public String told() {
            return label + " : du " + French.date(from) + " au " + French.date(until) + ", ouverture le "
                    + French.date(mark);
        }
    }

    public record Bar(Span span, double x, double width, double mark, int y) {}

    public record Tick(String label, double x, boolean named) {}

    /** In this order. */
    public static Spans of(List<Span> spans) {
        if (spans.isEmpty()) {
            return new Spans(List.of(), List.of(), 0);
        }
        YearMonth first = YearMonth.from(
                spans.stream().map(Span::from).min(LocalDate::compareTo).orElseThrow());
        YearMonth last = YearMonth.from(
                spans.stream().map(Span::until).max(LocalDate::compareTo).orElseThrow());
        LocalDate start = first.atDay(1);
        double day = WIDTH / (double) (ChronoUnit.DAYS.between(start, last.atEndOfMonth()) + 1);
        List<Bar> bars = new ArrayList<>();
        for (Span span : spans) {
            double x = place(start, span.from(), day);
            bars.add(new Bar(
                    span,
                    x,
                    Math.max(2, round(place(start, span.until().plusDays(1), day) - x)),
                    place(start, span.mark(), day),
                    HEAD + bars.size() * LINE));
        }
        int months = (int) ChronoUnit.MONTHS.between(first, last) + 1;
        int step = Math.max(1, (months + MOST_NAMED - 1) / MOST_NAMED);
        List<Tick> ticks = new ArrayList<>();
        for (int n = 0; n < months; n++) {
            YearMonth month = first.plusMonths(n);
            ticks.add(new Tick(
                    BoardAxis.month(month.getYear() * 100 + month.getMonthValue()),
                    place(start, month.atDay(1), day),
                    n % step == 0));
        }
        return new Spans(bars, ticks, HEAD + bars.size() * LINE);
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }

    private static double place(LocalDate start, LocalDate on, double day) {
        return round(ChronoUnit.DAYS.between(start, on) * day);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
