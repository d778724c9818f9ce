package fr.forment.files;

import fr.forment.french.Names;
import java.util.List;
import java.util.function.ToIntFunction;

/** One line of a CSV file; {@code places} says in which field a column stands, or -1. */
public final class CsvRow {

    private final ToIntFunction<CsvColumn> places;
    private final int width;
    private final long line;
    private final List<String> fields;

    CsvRow(ToIntFunction<CsvColumn> places, int width, long line, List<String> fields) {
        this.places = places;
        this.width = width;
        this.line = line;
        this.fields = fields;
    }

    /** Line number in the file, the header being line 1. */
    public long line() {
        return line;
    }

    /** The value, cleaned ({@link Names#clean}); empty if the column or the field is missing. */
    public String get(CsvColumn column) {
        int index = places.applyAsInt(column);
        return index < 0 || index >= fields.size() ? "" : Names.clean(fields.get(index));
    }

    /** All of them as they stand in the file. */
    public List<String> fields() {
        return fields;
    }

    /** A line with fewer fields than the header was cut or badly quoted. */
    public boolean isShort() {
        return fields.size() < width;
    }

    /** A line with more filled fields than the header. */
    public boolean isLong() {
        return fields.size() > width
                && fields.subList(width, fields.size()).stream().anyMatch(extra -> !extra.isBlank());
    }
}
