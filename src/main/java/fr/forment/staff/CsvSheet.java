package fr.forment.staff;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/**
 * A table for a spreadsheet: UTF-8 with the mark that makes Excel see it, semicolons, and no cell that a spreadsheet would run as a
 * formula, whatever somebody typed.
 */
public final class CsvSheet {

    private CsvSheet() {
    }

    public static byte[] of(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(header);
            rows.forEach(row -> csv.writeRecord(row.stream().map(CsvSheet::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same, written as the rows come. */
    public static void write(OutputStream out, List<String> header, Stream<List<String>> rows) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8).append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(header);
            rows.forEach(row -> csv.writeRecord(row.stream().map(CsvSheet::harmless).toList()));
        }
    }

    /** An apostrophe in front makes a spreadsheet take the cell as text. */
    static String harmless(String cell) {
        return cell != null && !cell.isEmpty() && "=+-@\t\r\n|%".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
