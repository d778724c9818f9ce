package fr.forment.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.InputStreamSource;

/**
 * A spreadsheet export as people really bring it: encoding and separator are found out, columns are looked up by
 * tolerant names, lines are streamed (memory does not grow with the file).
 */
public final class CsvFile implements Closeable {

    /** The whole national directory has some 70,000 lines. */
    public static final int MAX_ROWS = 100_000;

    private static final CsvLines.Expected PUBLIC =
            new CsvLines.Expected("un fichier public d’écoles", "UAI;Nom_etablissement", 1000, false);

    private final CsvLines lines;
    private final Map<String, Integer> columns = new HashMap<>();
    private final int width;
    private long rows;

    private CsvFile(CsvLines lines) {
        this.lines = lines;
        TableRow first = lines.next();
        List<String> header = first == null ? List.of() : first.cells();
        width = header.size();
        header.stream().filter(SpoiltText::is).findFirst().ifPresent(title -> {
            throw new UnreadableFile("Le titre de colonne « " + title + " » ne se lit pas. " + SpoiltText.ADVICE);
        });
        for (int i = 0; i < width; i++) {
            columns.putIfAbsent(CsvColumn.key(header.get(i)), i);
        }
    }

    /**
     * @param source opened more than once: to find the encoding out, then to be read
     * @throws UnreadableFile if this is not a CSV file with a header
     */
    public static CsvFile open(InputStreamSource source) {
        try {
            TextFormat.refuseForeign(source);
            return new CsvFile(CsvLines.open(source, PUBLIC));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(CsvColumn column) {
        return indexOf(column) >= 0;
    }

    /**
     * @param what French: what the file should be
     * @throws UnreadableFile naming the columns that are missing
     */
    public void require(String what, CsvColumn... compulsory) {
        List<String> missing = Stream.of(compulsory)
                .filter(column -> !has(column))
                .map(CsvColumn::title)
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableFile("Ce fichier n’est pas " + what + " complet : il y manque "
                    + (missing.size() == 1 ? "la colonne " : "les colonnes ") + String.join(", ", missing) + ".");
        }
    }

    /** The next line, or null at the end. */
    public CsvRow next() {
        TableRow row = lines.next();
        if (row != null && ++rows > MAX_ROWS) {
            throw new UnreadableFile("Le fichier dépasse " + MAX_ROWS
                    + " lignes : filtrez-le, par exemple sur votre académie, avant de le déposer.");
        }
        return row == null ? null : new CsvRow(this::indexOf, width, row.line(), row.cells());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    int indexOf(CsvColumn column) {
        for (String key : column.keys()) {
            Integer index = columns.get(key);
            if (index != null) {
                return index;
            }
        }
        return -1;
    }
}
