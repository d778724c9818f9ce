package fr.forment.resource.imports;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvDates;
import fr.forment.files.CsvRow;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import java.time.LocalDate;

/** Cells as people fill them in; an empty one is null. A refusal names the column. */
final class CellsOfFile {

    static final CsvColumn FROM = CsvColumn.named("du", "debut", "premier jour");
    static final CsvColumn UNTIL = CsvColumn.named("au", "fin", "dernier jour");

    private CellsOfFile() {}

    static LocalDate day(CsvRow row, CsvColumn column) {
        String cell = row.get(column);
        return cell.isEmpty()
                ? null
                : CsvDates.read(cell)
                        .orElseThrow(() -> new Refusal(
                                "Cette date ne se lit pas : écrivez 14/01/2027 ou 2027-01-14.", column.title()));
    }

    static Integer number(CsvRow row, CsvColumn column) {
        String cell = row.get(column).replaceAll("[\\s\\p{Z}]", "").replaceFirst("[.,]0+$", "");
        if (cell.isEmpty()) {
            return null;
        }
        if (!cell.matches("\\d{1,6}")) {
            throw new Refusal("Un nombre entier est attendu ici : corrigez la valeur.", column.title());
        }
        return Integer.valueOf(cell);
    }

    static Double degrees(CsvRow row, CsvColumn column) {
        String cell = row.get(column).replaceFirst("^'", "").replace(',', '.'); // a sheet of ours guards the minus
        if (cell.isEmpty()) {
            return null;
        }
        if (!cell.matches("-?\\d{1,3}(\\.\\d{1,15})?")) {
            throw new Refusal("Une coordonnée en degrés est attendue, par exemple 47,6514.", column.title());
        }
        return Double.valueOf(cell);
    }

    static String folded(CsvRow row, CsvColumn column) {
        return Names.fold(row.get(column));
    }
}
