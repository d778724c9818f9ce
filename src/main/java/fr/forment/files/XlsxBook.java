package fr.forment.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The file of a workbook, written as its rows come: what is held in memory does not grow with them. Sheets look like
 * {@link XlsxSheet}.
 */
public final class XlsxBook implements AutoCloseable {

    private static final int FIRST = 200;
    private static final int CHUNK = 1000;

    private final Workbook workbook;

    public XlsxBook(OutputStream out) {
        this.workbook = new Workbook(out, "FormENT", null);
    }

    public static byte[] of(XlsxSheet... sheets) {
        return of(List.of(sheets));
    }

    /** The file of a workbook with these sheets, in this order; their names must differ. */
    public static byte[] of(List<XlsxSheet> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XlsxBook book = new XlsxBook(bytes)) {
            sheets.forEach(sheet -> book.sheet(sheet.name(), sheet.header(), sheet.rows().stream()));
        }
        return bytes.toByteArray();
    }

    /** The next sheet, whole. Columns are as wide as the first rows want them. */
    public void sheet(String name, List<String> header, Stream<? extends List<?>> rows) {
        Iterator<? extends List<?>> all = rows.iterator();
        List<List<?>> first = new ArrayList<>();
        while (first.size() < FIRST && all.hasNext()) {
            first.add(all.next());
        }
        var looks = new XlsxSheet(name, header, first);
        Worksheet sheet = workbook.newWorksheet(looks.shownName());
        try {
            looks.begin(sheet);
            int written = first.size();
            for (int row = 0; row < first.size(); row++) {
                XlsxSheet.write(sheet, row + 1, first.get(row));
            }
            while (all.hasNext()) {
                XlsxSheet.write(sheet, ++written, all.next());
                if (written % CHUNK == 0) {
                    sheet.flush();
                }
            }
            looks.end(sheet, written);
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
