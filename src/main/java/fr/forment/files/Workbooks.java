package fr.forment.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.core.io.InputStreamSource;

/**
 * Opens the workbooks people have: Excel's of today (.xlsx) and of before 2007 (.xls), LibreOffice's (.ods). Apache POI
 * knows their containers, dates and old records; what a part may swell to, how long a cell is and how many texts there
 * are is bounded here.
 */
public final class Workbooks {

    private Workbooks() {}

    /** Of its temporary files: what one process leaves behind is told from what another is reading. */
    private static String prefix() {
        return "forment" + ProcessHandle.current().pid() + "-";
    }

    /**
     * @param zipped as a workbook of today is; of the old ones the first bytes are Microsoft's compound file
     * @throws UnreadableFile saying why, and how to mend it
     */
    public static Workbook open(InputStreamSource source, boolean zipped) throws IOException {
        Path file = Files.createTempFile(prefix(), zipped ? ".xlsx" : ".xls");
        Workbook book = null;
        try {
            try (InputStream in = source.getInputStream()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            book = zipped ? zipped(file) : Spoilt.reading(() -> new XlsWorkbook(file), Spoilt::xls);
            return book;
        } finally {
            if (book == null) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Workbook zipped(Path file) throws IOException {
        ZipParts parts = Spoilt.reading(() -> ZipParts.of(file), Spoilt::corrupt);
        try {
            return parts.isOpenDocument()
                    ? Spoilt.reading(() -> new OdsWorkbook(parts), Spoilt::ods)
                    : Spoilt.reading(() -> new XlsxWorkbook(parts), Spoilt::corrupt);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }
}
