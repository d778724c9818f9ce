package fr.forment.staff.file;

import java.io.Closeable;
import java.io.IOException;

/** The lines of an opened file that have at least one filled cell, in order. */
interface RowSource extends Closeable {

    /** The next line, all its cells as text; null at the end. */
    StaffTable.Row next() throws IOException;

    /** True when a cell's column only follows from how many cells stand before it (CSV): a broken line then shifts them all. */
    boolean isPositional();
}
