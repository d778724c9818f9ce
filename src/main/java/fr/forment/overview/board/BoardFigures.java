package fr.forment.overview.board;

import fr.forment.territory.Circonscription;
import java.util.ArrayList;
import java.util.List;

/**
 * Figures that add up: what the page says and draws is made from the rows that stand in its list and in its export, so
 * none can differ from another.
 *
 * @param totals in the order of the columns that are added up
 * @param plot null where nothing is drawn
 */
public record BoardFigures(List<Row> rows, List<Total> totals, Bars plot, String remark) {

    /**
     * A cell is a text, a number, a day or null.
     *
     * @param link where more is said; null
     * @param span what is drawn of it on an axis of time; null
     */
    public record Row(List<?> cells, String link, Spans.Span span) {

        Row(List<?> cells, String link) {
            this(cells, link, null);
        }
    }

    /** @param column whose cells it is the sum of */
    public record Total(String label, int column, int sum) {}

    /** What is asked for. {@code columns}: by name; those in {@code added} are added up. */
    public interface Source {

        /** As it stands in an address. */
        String path();

        String label();

        /** What exactly is counted. */
        String meaning();

        List<String> columns();

        BoardFigures of(List<Circonscription> places);
    }

    static BoardFigures of(List<Row> rows, List<String> columns, List<Integer> added, Bars plot, String remark) {
        List<Total> totals = new ArrayList<>();
        for (int column : added) {
            totals.add(new Total(
                    columns.get(column),
                    column,
                    rows.stream()
                            .mapToInt(row -> row.cells().get(column) instanceof Number number ? number.intValue() : 0)
                            .sum()));
        }
        return new BoardFigures(rows, totals, plot, remark);
    }
}
