package fr.forment.files;

import fr.forment.french.Names;
import java.util.List;

/** One line of a {@link CsvFile}. */
public final class CsvRow {

    private final CsvFile file;
    private final long line;
    private final List<String> fields;

    CsvRow(CsvFile file, long line, List<String> fields) {
        this.file = file;
        this.line = line;
        this.fields = fields;
    }

    /** Line number in the file, the header being line 1. */
    public long line() {
        return line;
    }

    /** The value, cleaned ({@link Names#clean}); empty if the column or the field is missing. */
    public String get(CsvColumn column) {
        int index = file.indexOf(column);
        return index < 0 || index >= fields.size() ? "" : Names.clean(fields.get(index));
    }

    /** All of them as they stand in the file. */
    public List<String> fields() {
        return fields;
    }

    /** A line with fewer fields than the header was cut or badly quoted. */
    public boolean isShort() {
        return fields.size() < file.width();
    }

    /** A line with more filled fields than the header. */
    public boolean isLong() {
        return fields.size() > file.width()
                && fields.subList(file.width(), fields.size()).stream().anyMatch(extra -> !extra.isBlank());
    }
}
