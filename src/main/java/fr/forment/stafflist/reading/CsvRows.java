package fr.forment.stafflist.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import fr.forment.files.TextFormat;
import fr.forment.files.UnreadableFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamSource;

/**
 * The lines of a CSV file: encoding and separator are found out; strict about quotes, for a wrong one shifts every cell
 * behind it.
 */
final class CsvRows implements RowSource {

    /** As many as Excel has columns. */
    private static final int MAX_CELLS = 16_384;
    /** What Excel lets a cell hold. */
    private static final int MAX_CELL = 32_767;

    private static final int LOOK = 1 << 16;
    private static final Pattern WHERE = Pattern.compile("line (\\d+)");

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;

    private CsvRows(CsvReader<CsvRecord> reader, boolean skipFirst) {
        this.reader = reader;
        this.records = reader.iterator();
        if (skipFirst) {
            record();
        }
    }

    static CsvRows open(InputStreamSource source) throws IOException {
        BufferedReader text = new BufferedReader(TextFormat.ofText(source).reader(source), LOOK);
        try {
            text.mark(LOOK);
            char[] start = new char[LOOK - 1];
            int length = Math.max(0, text.read(start, 0, start.length));
            text.reset();
            Separator separator = Separator.of(new String(start, 0, length));
            return new CsvRows(
                    CsvReader.builder()
                            .fieldSeparator(separator.character())
                            .maxBufferSize(LOOK)
                            .skipEmptyLines(true)
                            .allowUnclosedQuote(false)
                            .allowExtraCharsAfterClosingQuote(false)
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .build(
                                    CsvRecordHandler.of(limits -> limits.maxFields(MAX_CELLS)
                                            .maxFieldSize(MAX_CELL)
                                            .maxRecordSize(1 << 20)),
                                    (Reader) text),
                    separator.isDeclared());
        } catch (RuntimeException | IOException e) {
            text.close();
            throw e;
        }
    }

    @Override
    public StaffTable.Row next() {
        CsvRecord record = record();
        while (record != null && record.getFields().stream().allMatch(String::isBlank)) {
            record = record();
        }
        return record == null ? null : new StaffTable.Row(record.getStartingLineNumber(), record.getFields());
    }

    @Override
    public boolean isPositional() {
        return true;
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

    private static UnreadableFile broken(String message) {
        Matcher where = WHERE.matcher(message);
        String line = where.find() ? where.group(1) : "1";
        if (message.contains("limit of " + MAX_CELLS + " fields")) {
            return new UnreadableFile("La ligne " + line + " compte plus de " + MAX_CELLS
                    + " colonnes ; une liste de personnels en compte " + TableHeader.MAX_COLUMNS
                    + " au plus. Vérifiez que c'est le bon fichier.");
        }
        if (message.contains("max field size")) {
            return tooLong(line, message.replaceFirst("\\D*(\\d+).*", "$1"));
        }
        return message.startsWith("Unclosed")
                ? new UnreadableFile("Un guillemet ouvert à la ligne " + line + " n'est jamais fermé : le fichier"
                        + " est coupé, ou ce guillemet est de trop. Exportez-le de nouveau ou corrigez cette ligne.")
                : new UnreadableFile(
                        "La ligne " + line + " ne se lit pas : un guillemet y est mal placé, ou elle est démesurée."
                                + " Corrigez-la ou exportez le fichier de nouveau.");
    }

    private static UnreadableFile tooLong(String line, String place) {
        return new UnreadableFile(
                "La ligne " + line + ", colonne " + TableHeader.letters(Integer.parseInt(place))
                        + ", contient une case de plus de " + MAX_CELL
                        + " caractères : ce n'est pas une liste de personnels. Videz cette case, ou vérifiez que c'est le bon fichier.");
    }
}
