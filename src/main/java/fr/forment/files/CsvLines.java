package fr.forment.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamSource;

/**
 * The lines of a CSV file as people really bring it: encoding and separator are found out, lines are streamed (memory
 * does not grow with the file), those whose cells are all blank are skipped.
 */
public final class CsvLines implements Closeable {

    /** As many as Excel has columns. */
    private static final int MAX_CELLS = 16_384;

    private static final int LOOK = 1 << 16;
    private static final Pattern WHERE = Pattern.compile("line (\\d+)");

    /**
     * What is expected, for the sentences of a refusal, in French.
     *
     * @param what "une liste de personnels"
     * @param titles an example of a first line
     * @param columns how many it has at the most
     * @param strictQuotes a quote in a wrong place is refused, for it shifts every cell behind it
     */
    public record Expected(String what, String titles, int columns, boolean strictQuotes) {}

    private final Expected expected;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;

    private CsvLines(Expected expected, Reader text, Separator separator) {
        this.expected = expected;
        reader = CsvReader.builder()
                .fieldSeparator(separator.character())
                .maxBufferSize(LOOK)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(!expected.strictQuotes())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(
                        CsvRecordHandler.of(limits -> limits.maxFields(MAX_CELLS)
                                .maxFieldSize(CellText.LONGEST)
                                .maxRecordSize(1 << 20)),
                        text);
        records = reader.iterator();
        if (separator.isDeclared()) {
            record();
        }
    }

    /** @param source opened twice: once to find the encoding out, once to be read */
    public static CsvLines open(InputStreamSource source, Expected expected) throws IOException {
        BufferedReader text = new BufferedReader(TextFormat.of(source).reader(source), LOOK);
        try {
            text.mark(LOOK);
            char[] start = new char[LOOK - 1];
            int length = Math.max(0, text.read(start, 0, start.length));
            text.reset();
            return new CsvLines(expected, text, Separator.of(new String(start, 0, length), expected.titles()));
        } catch (RuntimeException | IOException e) {
            text.close();
            throw e;
        }
    }

    /** Null at the end. */
    public TableRow next() {
        CsvRecord record = record();
        while (record != null && record.getFields().stream().allMatch(String::isBlank)) {
            record = record();
        }
        return record == null ? null : new TableRow(record.getStartingLineNumber(), record.getFields());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private CsvRecord record() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw e.getCause() instanceof UnreadableFile known ? known : broken(e.getMessage());
        } catch (UncheckedIOException e) {
            throw broken(e.getMessage());
        }
    }

    private UnreadableFile broken(String message) {
        Matcher where = WHERE.matcher(message);
        String line = "La ligne " + (where.find() ? where.group(1) : "1");
        if (message.contains("limit of " + MAX_CELLS + " fields")) {
            return new UnreadableFile(line + " compte plus de " + MAX_CELLS + " colonnes ; " + expected.what()
                    + " en compte " + expected.columns() + " au plus. Vérifiez que c'est le bon fichier.");
        }
        if (message.contains("max field size")) {
            int column = Integer.parseInt(message.replaceFirst("\\D*(\\d+).*", "$1"));
            return new UnreadableFile(line + ", colonne " + TableRow.letters(column) + ", contient une case de plus de "
                    + CellText.LONGEST + " caractères : ce n'est pas " + expected.what()
                    + ". Videz cette case, ou vérifiez que c'est le bon fichier.");
        }
        return message.startsWith("Unclosed")
                ? new UnreadableFile(line.replace("La ligne", "Un guillemet ouvert à la ligne")
                        + " n'est jamais fermé : le fichier est coupé, ou ce"
                        + " guillemet est de trop. Exportez-le de nouveau ou corrigez cette ligne.")
                : new UnreadableFile(line
                        + " ne se lit pas : un guillemet y est mal placé, ou elle est démesurée. Corrigez-la ou exportez le fichier de"
                        + " nouveau.");
    }
}
