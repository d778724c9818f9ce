package fr.forment.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.InputStreamSource;

/**
 * A small table as people bring it, CSV or the first sheet of a workbook: columns are looked up by tolerant names, all
 * lines are read at once.
 */
public final class TableFile {

    /** What the one sheet may swell to. */
    private static final long LIMIT = 32L << 20;

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<CsvRow> rows = new ArrayList<>();

    private TableFile(List<TableRow> lines) {
        List<String> header = lines.isEmpty() ? List.of() : lines.get(0).cells();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(CsvColumn.key(header.get(i)), i);
        }
        lines.stream()
                .skip(1)
                .map(line -> new CsvRow(this::indexOf, header.size(), line.line(), line.cells()))
                .forEach(rows::add);
    }

    /**
     * @param most lines
     * @throws UnreadableFile saying why nothing can be taken from it, and how to mend it
     */
    public static TableFile read(InputStreamSource source, CsvLines.Expected expected, int most) {
        try {
            List<TableRow> lines = new ArrayList<>();
            if (isWorkbook(source)) {
                try (Workbook book = Workbooks.open(source, isZipped(source));
                        SheetRows sheet = book.open(0, LIMIT)) {
                    for (TableRow line = sheet.next(); line != null; line = sheet.next()) {
                        add(line, lines, most);
                    }
                }
            } else {
                TextFormat.refuseForeign(source);
                try (CsvLines text = CsvLines.open(source, expected)) {
                    for (TableRow line = text.next(); line != null; line = text.next()) {
                        add(line, lines, most);
                    }
                }
            }
            TableFile table = new TableFile(lines);
            if (table.rows.isEmpty()) {
                throw new UnreadableFile(
                        "Le fichier ne contient aucune ligne sous les titres des colonnes : complétez-le, puis déposez-le de nouveau.");
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(CsvColumn column) {
        return indexOf(column) >= 0;
    }

    /** Numbered as in the file; the titles stand on its first filled line. */
    public List<CsvRow> rows() {
        return rows;
    }

    private static void add(TableRow line, List<TableRow> lines, int most) {
        if (lines.size() > most) {
            throw new UnreadableFile("Le fichier dépasse " + most
                    + " lignes : partagez-le en plusieurs, puis déposez-les l'un après l'autre.");
        }
        lines.add(line);
    }

    private int indexOf(CsvColumn column) {
        return column.keys().stream()
                .map(columns::get)
                .filter(index -> index != null)
                .findFirst()
                .orElse(-1);
    }

    private static boolean isWorkbook(InputStreamSource source) throws IOException {
        byte[] start = start(source);
        return isZipped(source)
                || start.length >= 4
                        && (start[0] & 0xFF) == 0xD0
                        && (start[1] & 0xFF) == 0xCF
                        && start[2] == 0x11
                        && (start[3] & 0xFF) == 0xE0;
    }

    private static boolean isZipped(InputStreamSource source) throws IOException {
        byte[] start = start(source);
        return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    private static byte[] start(InputStreamSource source) throws IOException {
        try (InputStream in = source.getInputStream()) {
            return in.readNBytes(4);
        }
    }
}
