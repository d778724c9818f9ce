package fr.forment.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.files.Books.Sheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workbooks made to harm, and odd ones that programs really write. */
@Tag("attack")
class WorkbookAttacksTest {

    private static final String ROW =
            "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>";

    @Test
    void aFewBytesDoNotBecomeMillionsOfCells() {
        String cells =
                "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>a</text:p></table:table-cell>";
        assertRefused(
                ods("<table:table-row table:number-rows-repeated=\"1048576\">" + cells + "</table:table-row>"),
                "démesuré");
    }

    @Test
    void whatIsPackedTightlyIsNotUnpackedWhole() throws IOException {
        assertRefused(bomb("<a>"), "démesuré");
    }

    @Test
    void aCellIsReadNoFurtherThanASpreadsheetWrites() {
        String cell =
                "<table:table-cell/><table:table-cell><text:p>" + "x".repeat(40_000) + "</text:p></table:table-cell>";
        assertRefused(
                ods("<table:table-row>" + cell + "</table:table-row>"),
                "La ligne 1, colonne B, contient une case de plus de 32767 caractères");
        String blanks =
                "<table:table-cell><text:p><text:s text:c=\"999999999\"/><text:s text:c=\"999999999\"/></text:p></table:table-cell>";
        assertRefused(ods("<table:table-row>" + blanks + "</table:table-row>"), "colonne A, contient une case de plus");
    }

    @Test
    void nothingOfThisMachineIsReadIntoACell() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8));
        parts.put(
                "content.xml",
                ("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a><table><table-row><table-cell><p>&b;</p></table-cell>"
                                + "</table-row></table></a>")
                        .getBytes(UTF_8));
        assertRefused(Books.zip(parts), "incomplet, abîmé ou protégé par un mot de passe");
    }

    @Test
    void remarksChangesAndDrawingsAreNoCells() {
        String changes =
                "<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>autrefois</text:p>"
                        + "</table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>";
        String shapes =
                "<table:shapes><table:table><table:table-row><table:table-cell><text:p>dessin</text:p></table:table-cell></table:table-row>"
                        + "</table:table></table:shapes>";
        String cell =
                "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>une remarque</text:p></office:annotation><text:p>Le <text:span>G</text:span>all"
                        + "<text:ruby><text:ruby-base>X</text:ruby-base><text:ruby-text>iks</text:ruby-text></text:ruby></text:p><text:p>Hélène</text:p></table:table-cell>";
        byte[] book = Books.ods(
                changes + "<table:table table:name=\"Une\">" + shapes + "<table:table-header-rows><table:table-row>"
                        + cell + "</table:table-row></table:table-header-rows></table:table>");
        assertThat(WorkbooksTest.read(book)).containsExactly(List.of(new TableRow(1, List.of("Le GallX\nHélène"))));
    }

    @Test
    void aRepeatedLineIsAsManyLines() {
        byte[] book = ods(ROW.replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"3\">")
                + "<table:table-row table:number-rows-repeated=\"4\"><table:table-cell/></table:table-row>" + ROW);
        assertThat(WorkbooksTest.read(book).get(0)).extracting(TableRow::line).containsExactly(1L, 2L, 3L, 8L);
    }

    @Test
    void namesAreCountedBeforeTheyAreRead() {
        int names = 600_000;
        ByteBuffer zip = ByteBuffer.allocate(names * 53 + 26)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x04034b50);
        for (int i = 0; i < names; i++) {
            zip.putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
            zip.position(zip.position() + 20);
            zip.putShort((short) 7);
            zip.position(zip.position() + 16);
            zip.put("%07x".formatted(i).getBytes(UTF_8));
        }
        zip.putInt(0x06054b50)
                .putInt(0)
                .putShort((short) names)
                .putShort((short) names)
                .putInt(names * 53)
                .putInt(4)
                .putShort((short) 0);
        assertRefused(zip.array(), "incomplet ou abîmé");
    }

    /** An address that is typed becomes a link: a list of a whole académie has megabytes of them, and none is read. */
    @Test
    void linksOfASheetCostNothing() throws IOException {
        Map<String, byte[]> parts = parts(Books.XLSX.of(Sheet.of("Une", List.of(List.of("a")))));
        String link =
                "<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:p%d@exemple.invalid\""
                        + " TargetMode=\"External\"/>";
        StringBuilder links = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < 60_000; i++) {
            links.append(link.formatted(i, i));
        }
        parts.put(
                "xl/worksheets/_rels/sheet1.xml.rels",
                links.append("</Relationships>").toString().getBytes(UTF_8));
        assertThat(WorkbooksTest.read(Books.zip(parts)).get(0)).hasSize(1);
    }

    /** "Classeur Open XML Strict" differs in its namespaces only. */
    @Test
    void readsAStrictWorkbook() throws IOException {
        Map<String, byte[]> parts =
                parts(Books.XLSX.of(Sheet.of("Une", List.of(List.of("texte", LocalDate.of(2026, 9, 1))))));
        parts.replaceAll((name, content) -> new String(content, UTF_8)
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships")
                .replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .getBytes(UTF_8));
        assertThat(WorkbooksTest.read(Books.zip(parts)).get(0))
                .extracting(TableRow::cells)
                .containsExactly(List.of("texte", "2026-09-01"));
    }

    @Test
    void daysOfOldMacsAreCountedFrom1904() throws IOException {
        Sheet day = Sheet.of("Une", List.of(List.of(LocalDate.of(2026, 9, 1).minusDays(1462))));
        Map<String, byte[]> parts = parts(Books.XLSX.of(day));
        parts.computeIfPresent("xl/workbook.xml", (name, content) -> new String(content, UTF_8)
                .replaceAll("<workbookPr[^>]*/>", "")
                .replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>")
                .getBytes(UTF_8));
        assertThat(WorkbooksTest.read(Books.zip(parts)).get(0).get(0).cells()).containsExactly("2026-09-01");

        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(Books.XLS.of(day)))) {
            book.getInternalWorkbook().getRecords().stream()
                    .filter(DateWindow1904Record.class::isInstance)
                    .forEach(each -> ((DateWindow1904Record) each).setWindowing((short) 1));
            book.write(old);
        }
        assertThat(WorkbooksTest.read(old.toByteArray()).get(0).get(0).cells()).containsExactly("2026-09-01");
    }

    @Test
    void aPasswordIsNamed() throws IOException {
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("Une").createRow(0).createCell(0).setCellValue("a");
            book.write(secret);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertRefused(secret.toByteArray(), "protégé par un mot de passe");
        assertRefused(container("EncryptedPackage", new byte[5000]), "protégé par un mot de passe");
        assertRefused(container("WordDocument", new byte[5000]), "ancien format d'Excel (.xls)");
    }

    @Test
    void textsOfAnOldWorkbookAreCountedBeforeTheyAreMade() throws IOException {
        ByteBuffer records = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
        begin(records, 5).putInt(0x00080085).putInt(100).putInt(0x41000100);
        records.putInt(0x000800FC).putInt(500_000).putInt(500_000).putInt(0x0000000A);
        assertRefused(container("Workbook", records.array()), "démesuré");
    }

    @Test
    void aSheetBeginsWhereOneBegins() throws IOException {
        ByteBuffer records = ByteBuffer.allocate(5000).order(ByteOrder.LITTLE_ENDIAN);
        begin(records, 5)
                .putInt(0x000A0085)
                .putInt(7)
                .putShort((short) 0)
                .put((byte) 2)
                .put((byte) 0)
                .put((byte) 'A')
                .put((byte) 'B');
        records.putInt(0x0000000A);
        assertRefused(container("Workbook", records.array()), "ne s'ouvre pas");
    }

    private static ByteBuffer begin(ByteBuffer records, int kind) {
        return records.putInt(0x00100809)
                .putShort((short) 0x600)
                .putShort((short) kind)
                .putInt(0)
                .putLong(0);
    }

    private static byte[] container(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(content), name);
            container.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(byte[] book, String sentence) {
        assertThatThrownBy(() -> WorkbooksTest.read(book))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(sentence);
    }

    private static byte[] ods(String rows) {
        return Books.ods("<table:table table:name=\"Une\">" + rows + "</table:table>");
    }

    private static Map<String, byte[]> parts(byte[] book) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Path file = Files.write(Files.createTempFile("classeur", ".xlsx"), book);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } finally {
            Files.delete(file);
        }
        return parts;
    }

    /** An .ods whose content unpacks to some 410 megabytes. */
    private static byte[] bomb(String start) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(start.getBytes(UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 410; i++) {
                zip.write(blanks);
            }
        }
        return bytes.toByteArray();
    }
}
