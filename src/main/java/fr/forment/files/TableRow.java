package fr.forment.files;

import java.util.List;
import org.apache.poi.ss.util.CellReference;

/**
 * One line of a table that has a filled cell.
 *
 * @param line in the file or sheet, the first one being 1
 * @param cells as text, never null
 */
public record TableRow(long line, List<String> cells) {

    /** As spreadsheets call a column: 0 is A, 26 is AA. */
    public static String letters(int column) {
        return CellReference.convertNumToColString(column);
    }
}
