package fr.forment.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.springframework.core.io.InputStreamSource;

/**
 * Opens the workbooks people have: Excel's of today (.xlsx) and of before 2007 (.xls), LibreOffice's (.ods). Apache POI
 * knows their containers, dates and old records; what a part may swell to, how long a cell is and how many texts there
 * are is bounded here.
 */
public final class Workbooks {

    private Workbooks() {}

    /**
     * @param zipped as a workbook of today is; of the old ones the first bytes are Microsoft's compound file
     * @throws UnreadableFile saying why, and how to mend it
     */
    public static Workbook open(InputStreamSource source, boolean zipped) throws IOException {
        Path file = Files.createTempFile("forment", zipped ? ".xlsx" : ".xls");
        try {
            try (InputStream in = source.getInputStream()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return zipped ? zipped(file) : reading(() -> new XlsWorkbook(file), XlsWorkbook::corrupt);
        } catch (RuntimeException | IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static Workbook zipped(Path file) throws IOException {
        ZipParts parts = reading(() -> ZipParts.of(file), Workbooks::corrupt);
        try {
            return parts.isOpenDocument()
                    ? reading(() -> new OdsWorkbook(parts), OdsWorkbook::corrupt)
                    : reading(() -> new XlsxWorkbook(parts), Workbooks::corrupt);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    static UnreadableFile corrupt() {
        return new UnreadableFile(
                "Ce classeur est incomplet ou abîmé : il ne s'ouvre pas. Téléchargez-le de nouveau. " + resave());
    }

    static String resave() {
        return "S'il s'ouvre dans votre tableur, enregistrez-le sous un nouveau nom au format « Classeur Excel (.xlsx) ».";
    }

    interface Step<T> {
        T take() throws IOException, XMLStreamException, OpenXML4JException;
    }

    /** Whatever a spoilt workbook does to who reads it, the person is told that it is spoilt. */
    static <T> T reading(Step<T> step, Supplier<UnreadableFile> spoilt) {
        try {
            return step.take();
        } catch (UnreadableFile known) {
            throw known;
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof UnreadableFile known ? known : spoilt.get();
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            throw e.getCause() instanceof UnreadableFile known ? known : spoilt.get();
        }
    }
}
