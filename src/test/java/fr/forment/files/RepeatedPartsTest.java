package fr.forment.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

/** A file of a few kilobytes that holds the same thing over and over. */
@Tag("attack")
class RepeatedPartsTest {

    private static ByteArrayResource ods(String tables) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(("<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
                            + "<office:body><office:spreadsheet>" + tables
                            + "</office:spreadsheet></office:body></office:document-content>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayResource(bytes.toByteArray());
    }

    /** Twenty million of them, in 230 kB, ended a heap of 256 MB. */
    @Test
    void moreSheetsThanAnybodyReadsAreRefused() throws Exception {
        ByteArrayResource book = ods("<table:table/>".repeat(Workbook.MOST_SHEETS + 1));
        assertThatThrownBy(() -> Workbooks.open(book, true)).isInstanceOf(UnreadableFile.class);
        Workbooks.open(ods("<table:table/>".repeat(Workbook.MOST_SHEETS)), true).close();
    }

    /** Twenty thousand lines of blanks took 19 s of whoever waited for the page, and were then called empty. */
    @Test
    void linesOfBlanksAreCountedToo() throws Exception {
        String blanks = "<table:table-row><table:table-cell table:number-columns-repeated=\"16384\"><text:p> </text:p>"
                + "</table:table-cell></table:table-row>";
        try (Workbook book = Workbooks.open(ods("<table:table>" + blanks.repeat(20_000) + "</table:table>"), true);
                SheetRows sheet = book.open(0, Workbook.WHOLE)) {
            assertThatThrownBy(sheet::next).isInstanceOf(UnreadableFile.class);
        }
    }
}
