package fr.forment.stafflist.reading;

import fr.forment.files.ImportProblem;
import fr.forment.files.SpoiltText;
import fr.forment.french.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The fields of one row, cleaned, and what is wrong with them. A cell that a spreadsheet would run is a problem,
 * whatever it would give.
 */
final class CellReader {

    private static final int SHOWN = 120;
    private static final Pattern NOTHING = Pattern.compile("[-–—.]*");
    /** What our own exports put an apostrophe before, for spreadsheets to take it as text. */
    private static final String FORMULA = "=+-@|%\t\r\n";

    private static final Pattern FAULT = Pattern.compile("#[A-Z0-9/]+[!?]?");

    private final long line;
    private final List<String> columns;
    private final ColumnMapping mapping;
    private final Map<StaffField, String> values = new EnumMap<>(StaffField.class);
    private final List<ImportProblem> problems = new ArrayList<>();

    CellReader(long line, List<String> cells, List<String> columns, ColumnMapping mapping) {
        this.line = line;
        this.columns = columns;
        this.mapping = mapping;
        mapping.columns()
                .forEach((field, place) ->
                        values.put(field, value(field, place < cells.size() ? cells.get(place) : "")));
    }

    boolean isMapped(StaffField field) {
        return values.containsKey(field);
    }

    boolean has(StaffField field) {
        return !get(field).isEmpty();
    }

    String get(StaffField field) {
        return values.getOrDefault(field, "");
    }

    boolean isFlawless() {
        return problems.isEmpty();
    }

    List<ImportProblem> problems() {
        return List.copyOf(problems);
    }

    /** Notes it, once a cell; answers null for the value nobody can have. */
    <T> T wrong(StaffField field, String advice) {
        String title = title(field);
        if (problems.stream().noneMatch(known -> known.column().equals(title))) {
            problems.add(new ImportProblem(line, title, shortened(get(field)), advice));
        }
        return null;
    }

    private String title(StaffField field) {
        Integer place = mapping.columns().get(field);
        return place == null || place >= columns.size() ? field.label() : columns.get(place);
    }

    private String value(StaffField field, String cell) {
        String written = Names.clean(cell);
        if (SpoiltText.is(cell)) {
            problems.add(new ImportProblem(line, title(field), shortened(written), SpoiltText.ADVICE));
            return "";
        }
        if (written.length() > 1 && written.charAt(0) == '\'' && FORMULA.indexOf(written.charAt(1)) >= 0) {
            return written.substring(1);
        }
        if (NOTHING.matcher(written).matches()) {
            return "";
        }
        if ("=+-@".indexOf(written.charAt(0)) >= 0) {
            problems.add(new ImportProblem(
                    line,
                    title(field),
                    shortened(written),
                    "Cette case contient une formule : FormENT ne calcule rien. Dans votre"
                            + " tableur, copiez la colonne puis « Collage spécial », « Valeurs »."));
            return "";
        }
        if (FAULT.matcher(written).matches()) {
            problems.add(new ImportProblem(
                    line,
                    title(field),
                    written,
                    "Le tableur n'a pas su calculer cette case : écrivez sa valeur, ou videz-la."));
            return "";
        }
        return written;
    }

    private static String shortened(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
