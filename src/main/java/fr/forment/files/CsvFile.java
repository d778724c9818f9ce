package fr.forment.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
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

    private static final int HEADER_LOOK = 1 << 16;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> columns = new HashMap<>();
    private final int width;
    private long rows;

    private CsvFile(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        CloseableIterator<CsvRecord> iterator = reader.iterator();
        this.records = iterator;
        List<String> header = records.next().getFields();
        width = header.size();
        header.stream().filter(SpoiltText::is).findFirst().ifPresent(title -> {
            throw new UnreadableFile("Le titre de colonne « " + title + " » ne se lit pas. " + SpoiltText.ADVICE);
        });
        for (int i = 0; i < width; i++) {
            columns.putIfAbsent(CsvColumn.key(header.get(i)), i);
        }
    }

    /**
     * @param source opened twice: once to find the encoding out, once to be read
     * @throws UnreadableFile if this is not a CSV file with a header
     */
    public static CsvFile open(InputStreamSource source) {
        try {
            BufferedReader text = new BufferedReader(TextFormat.of(source).reader(source), HEADER_LOOK);
            char separator = separator(text);
            return new CsvFile(CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .allowUnclosedQuote(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .ofCsvRecord((Reader) text));
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable();
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
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord read = records.next();
            if (++rows > MAX_ROWS) {
                throw new UnreadableFile("Le fichier dépasse " + MAX_ROWS
                        + " lignes : filtrez-le, par exemple sur votre académie, avant de le déposer.");
            }
            return new CsvRow(this, read.getStartingLineNumber(), read.getFields());
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
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

    int width() {
        return width;
    }

    private static UnreadableFile unreadable() {
        return new UnreadableFile(
                "Le fichier ne se lit pas comme un CSV : un guillemet est sans doute ouvert et jamais fermé,"
                        + " ou une ligne est démesurée. Téléchargez-le de nouveau.");
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(HEADER_LOOK);
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0, c; i < HEADER_LOOK - 1 && (c = text.read()) >= 0 && (quoted || c != '\n' && c != '\r'); i++) {
            quoted ^= c == '"';
            int known = quoted ? -1 : ";,\t".indexOf(c);
            if (known >= 0) {
                counts[known]++;
            }
        }
        text.reset();
        int best = counts[0] >= counts[1] && counts[0] >= counts[2] ? 0 : counts[1] >= counts[2] ? 1 : 2;
        if (counts[best] == 0) {
            throw new UnreadableFile("La première ligne ne contient pas de titres de colonnes séparés par « ; », « , »"
                    + " ou des tabulations : ce n’est pas un fichier CSV attendu.");
        }
        return ";,\t".charAt(best);
    }
}
