package fr.forment.files;

import fr.forment.french.Names;
import java.util.ArrayList;
import java.util.List;

/** A line of a sheet while its cells are read, within what a spreadsheet can hold. */
final class SheetLine {

    static final int MAX_COLUMNS = 16_384;

    private static final int LONGEST_NAME = 40;

    private final List<String> cells = new ArrayList<>();
    private long number;

    /** @param written its number where the file says it; one that goes back is not believed */
    void begin(long written) {
        number = Math.max(number + 1, written);
        cells.clear();
    }

    /** Goes on so many lines, with the same cells. */
    void pass(long lines) {
        number += lines;
    }

    /** The place behind the last filled one. */
    int end() {
        return cells.size();
    }

    /** A line that names a column beyond the last one is refused before the cell is read. */
    int place(int column) {
        if (column < 0 || column >= MAX_COLUMNS) {
            throw new UnreadableFile("La ligne " + number + " compte plus de " + MAX_COLUMNS
                    + " colonnes : ce n'est pas une liste de personnels.");
        }
        return column;
    }

    void put(int column, String value) {
        if (value.length() > CellText.LONGEST) {
            throw new UnreadableFile("La ligne " + number + ", colonne " + TableRow.letters(column)
                    + ", contient une case de plus de " + CellText.LONGEST
                    + " caractères, ce qu'aucun tableur n'écrit : ce classeur a été fabriqué ou abîmé.");
        }
        if (!value.isEmpty()) {
            while (cells.size() <= place(column)) {
                cells.add("");
            }
            cells.set(column, value);
        }
    }

    boolean isFilled() {
        return cells.stream().anyMatch(value -> !value.isBlank());
    }

    TableRow row() {
        return new TableRow(number, List.copyOf(cells));
    }

    /** A sheet's name as it is told. */
    static String name(String written) {
        String name = Names.clean(written);
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
