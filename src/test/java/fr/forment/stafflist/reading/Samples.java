package fr.forment.stafflist.reading;

import fr.forment.files.ImportProblem;
import fr.forment.files.TableRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamSource;

/**
 * Staff files for tests: those of src/test/resources/staff, their people invented, and what becomes of them when they
 * are spoilt.
 */
final class Samples {

    static final String HEADER = String.join(";", StaffTemplate.COLUMNS) + "\r\n";
    static final String HELENE = "0350122T;Le Gall;Hélène;helene@exemple.invalid;adjoint;100;;;;\r\n";

    /** Everything a file says. */
    record Content(
            StaffFileKind kind,
            List<String> columns,
            List<String> discarded,
            List<TableRow> rows,
            List<StaffLine> lines,
            List<ImportProblem> problems) {}

    private Samples() {}

    static InputStreamSource file(String name) {
        return new ClassPathResource("stafflist/" + name);
    }

    static InputStreamSource text(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    static InputStreamSource text(String text, Charset charset) {
        return bytes(text.getBytes(charset));
    }

    static InputStreamSource bytes(byte[] bytes) {
        return new ByteArrayResource(bytes);
    }

    /** Reads all of it with the proposed columns. */
    static Content read(InputStreamSource source, String schoolUai) {
        try (StaffTable table = StaffTable.open(source, "liste")) {
            LineReader reader = new LineReader(
                    table.columns(),
                    ColumnMapping.propose(table.kind(), table.columns()),
                    ReadingChoices.usual(table.kind(), schoolUai));
            List<TableRow> rows = new ArrayList<>();
            List<StaffLine> lines = new ArrayList<>();
            List<ImportProblem> problems = new ArrayList<>();
            for (TableRow row = table.next(); row != null; row = table.next()) {
                rows.add(row);
                Reading reading = reader.read(row.line(), row.cells());
                if (reading.line() != null) {
                    lines.add(reading.line());
                }
                problems.addAll(reading.problems());
            }
            return new Content(table.kind(), table.columns(), table.discarded(), rows, lines, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Content read(InputStreamSource source) {
        return read(source, null);
    }

    /** The parts of the sample workbook, to be spoilt and put together again. */
    static Map<String, byte[]> workbook() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(file("tableau-secretaire.xlsx").getInputStream())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** The sample workbook with this as the inside of its sheet. */
    static byte[] workbook(String rows) {
        Map<String, byte[]> parts = workbook();
        parts.put(
                "xl/worksheets/sheet2.xml",
                ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                                + "</sheetData></worksheet>")
                        .getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A row of texts written in the cells themselves. */
    static String row(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}
