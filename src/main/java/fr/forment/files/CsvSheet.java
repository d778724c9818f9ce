package fr.forment.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table for a spreadsheet: UTF-8 with the mark that makes Excel see it, semicolons, and no cell that a spreadsheet
 * would run as a formula, whatever somebody typed.
 */
public final class CsvSheet {

    private static final Pattern FORMULA = Pattern.compile("^(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}\\p{Cc}]*[=+\\-@|%＝＋－＠])");

    private CsvSheet() {}

    /** @param rows cells as text; null for an empty one */
    public static byte[] of(List<String> header, List<? extends List<?>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(bytes, header, rows.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same, written as the rows come. */
    public static void write(OutputStream out, List<String> header, Stream<? extends List<?>> rows) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8).append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            Stream.concat(Stream.of(header), rows)
                    .forEach(row ->
                            csv.writeRecord(row.stream().map(CsvSheet::harmless).toList()));
        }
    }

    /**
     * An apostrophe in front makes a spreadsheet take the cell as text. Spaces and signs nobody sees in front of a
     * formula are passed over, for some programs drop them; the wide signs of an Asian keyboard count as the usual
     * ones.
     */
    static String harmless(Object cell) {
        String text = cell == null ? "" : cell.toString();
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
