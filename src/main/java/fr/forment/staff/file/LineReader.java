package fr.forment.staff.file;

import java.util.List;

/** Makes a {@link StaffLine} of the cells of a row, mending what spreadsheets spoil, or says what is wrong with each cell. */
public final class LineReader {

    /** @param columns titles, for the problems to name them */
    public LineReader(List<String> columns, ColumnMapping mapping, ReadingChoices choices) {
        throw new UnsupportedOperationException();
    }

    /** @param cells as {@link StaffTable.Row} gave them; empty for a row that could not be aligned with the titles */
    public Reading read(long line, List<String> cells) {
        throw new UnsupportedOperationException();
    }
}
