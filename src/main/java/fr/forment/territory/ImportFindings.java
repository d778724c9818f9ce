package fr.forment.territory;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvFile;
import fr.forment.files.CsvRow;
import fr.forment.files.ImportProblem;
import fr.forment.files.SpoiltText;
import fr.forment.files.TotalLine;
import fr.forment.files.UnreadableFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects what reading a file brings up; only the first problems are kept in full, all are counted. */
public final class ImportFindings {

    private static final int KEPT = 300;

    private final List<ImportProblem> errors = new ArrayList<>();
    private final List<ImportProblem> warnings = new ArrayList<>();
    private final List<ImportProblem> refused = new ArrayList<>();
    private final Map<IgnoredRow, Integer> ignored = new EnumMap<>(IgnoredRow.class);
    private int rows;
    private int errorCount;
    private int warningCount;
    private int refusedCount;

    public void ignore(IgnoredRow reason) {
        ignored.merge(reason, 1, Integer::sum);
    }

    public void error(CsvRow row, CsvColumn column, String message) {
        error(new ImportProblem(row.line(), column.title(), row.get(column), message));
    }

    public void error(ImportProblem problem) {
        if (errorCount++ < KEPT) {
            errors.add(problem);
        }
    }

    public void warn(CsvRow row, CsvColumn column, String message) {
        warn(new ImportProblem(row.line(), column.title(), row.get(column), message));
    }

    public void warn(ImportProblem problem) {
        if (warningCount++ < KEPT) {
            warnings.add(problem);
        }
    }

    /** Right in itself, but not for who brings the file to write: the rest goes on without it. */
    public void refuse(ImportProblem problem) {
        if (refusedCount++ < KEPT) {
            refused.add(problem);
        }
    }

    /** Hands over every well-shaped line; the others become errors. */
    public void readAll(CsvFile file, Consumer<CsvRow> each) {
        for (CsvRow row = file.next(), next; row != null; row = next) {
            next = file.next();
            rows++;
            if (TotalLine.is(row.fields())) {
                ignore(IgnoredRow.TOTAL);
            } else if (row.fields().stream().anyMatch(SpoiltText::is)) {
                error(spoilt(row));
            } else if (row.isShort()) {
                shortRow(row, next == null);
            } else if (row.isLong()) {
                error(new ImportProblem(
                        row.line(),
                        "",
                        "",
                        "La ligne compte plus de colonnes que les titres :"
                                + " un séparateur s’est sans doute glissé dans un champ."));
            } else {
                each.accept(row);
            }
        }
        if (rows == 0) {
            throw new UnreadableFile("Le fichier ne contient que les titres des colonnes, aucune ligne.");
        }
    }

    private static ImportProblem spoilt(CsvRow row) {
        return new ImportProblem(
                row.line(),
                "",
                row.fields().stream().filter(SpoiltText::is).findFirst().orElseThrow(),
                SpoiltText.ADVICE);
    }

    /** A line that has lost fields cannot be trusted; when it is the last one, the whole file was cut. */
    private void shortRow(CsvRow row, boolean last) {
        if (last) {
            throw new UnreadableFile("Le fichier semble coupé : sa dernière ligne (ligne " + row.line()
                    + ") est incomplète. Téléchargez-le de nouveau.");
        }
        error(new ImportProblem(
                row.line(),
                "",
                "",
                "La ligne est incomplète : un retour à la ligne s’est sans doute glissé" + " dans un champ."));
    }

    int rows() {
        return rows;
    }

    public int errorCount() {
        return errorCount;
    }

    int warningCount() {
        return warningCount;
    }

    int refusedCount() {
        return refusedCount;
    }

    List<ImportProblem> refused() {
        return List.copyOf(refused);
    }

    List<ImportProblem> errors() {
        return List.copyOf(errors);
    }

    List<ImportProblem> warnings() {
        return List.copyOf(warnings);
    }

    Map<IgnoredRow, Integer> ignored() {
        return Collections.unmodifiableMap(new EnumMap<>(ignored));
    }
}
