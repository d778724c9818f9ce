package fr.forment.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** Written piece by piece, read back whole. */
class XlsxBookTest {

    @Test
    void losesNoRowWhereItHandsOneChunkOverAndTakesTheNext() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XlsxBook(bytes)) {
            book.sheet(
                    "Longue",
                    List.of("Nombre", "Texte"),
                    IntStream.rangeClosed(1, 2500).mapToObj(row -> List.of(row, "=texte " + row)));
            book.sheet("Vide", List.of("Rien"), Stream.<List<?>>empty());
        }
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            List<Sheet> sheets = read.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("Longue", "Vide");
            List<Row> rows = sheets.get(0).read();
            assertThat(rows).hasSize(2501);
            for (int row = 1; row <= 2500; row++) {
                assertThat(rows.get(row).getCellAsNumber(0).orElseThrow().intValue())
                        .isEqualTo(row);
                assertThat(rows.get(row).getCellText(1)).isEqualTo("'=texte " + row);
            }
            assertThat(sheets.get(1).read()).hasSize(1);
        }
    }

    @Test
    void looksLikeTheSheetThatIsWrittenAtOnce() throws IOException {
        List<String> header = List.of("Nom", "Nombre");
        List<List<?>> rows = List.of(List.of("un nom plutôt long", 3), List.of("b", 4));
        var bytes = new ByteArrayOutputStream();
        try (var book = new XlsxBook(bytes)) {
            book.sheet("Une", header, rows.stream());
        }
        assertThat(part(bytes.toByteArray()))
                .isEqualTo(part(XlsxBook.of(new XlsxSheet("Une", header, rows))))
                .contains("orientation=\"landscape\"", "paperSize=\"9\"");
    }

    private static String part(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("classeur", ".xlsx");
        Files.write(file, workbook);
        try (var zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
