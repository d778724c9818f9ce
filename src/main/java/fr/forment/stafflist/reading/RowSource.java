package fr.forment.stafflist.reading;

import fr.forment.files.CsvLines;
import fr.forment.files.TableRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The lines of an opened file that have at least one filled cell, in order. */
interface RowSource extends Closeable {

    /** The next line, all its cells as text; null at the end. */
    TableRow next() throws IOException;

    /** Name of the sheet of the last line; null for what has no sheets. */
    default String sheet() {
        return null;
    }

    /** Names of visible sheets that are not read. */
    default List<String> unread() {
        return List.of();
    }

    /** An unread sheet may hold people. */
    default boolean mayHideMore() {
        return false;
    }

    /**
     * True when a cell's column only follows from how many cells stand before it (CSV): a broken line then shifts them
     * all.
     */
    boolean isPositional();

    static RowSource of(CsvLines lines) {
        return new RowSource() {
            @Override
            public TableRow next() {
                return lines.next();
            }

            @Override
            public boolean isPositional() {
                return true;
            }

            @Override
            public void close() throws IOException {
                lines.close();
            }
        };
    }
}
