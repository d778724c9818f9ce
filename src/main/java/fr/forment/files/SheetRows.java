package fr.forment.files;

import java.io.Closeable;
import java.io.IOException;

/**
 * The lines of one sheet that have a filled cell. Nothing is computed: a cell with a formula is handed out as the
 * formula.
 */
public interface SheetRows extends Closeable {

    /** Null at the end. */
    TableRow next() throws IOException;
}
