package fr.forment.territory;

import fr.forment.files.CsvFile;
import org.springframework.core.io.InputStreamSource;

/** One kind of file that can be previewed, then saved. */
public interface FileImport {

    ImportKind kind();

    /** By its column titles. */
    boolean recognises(CsvFile file);

    /**
     * Reads everything, writes nothing.
     *
     * @param departement code of the only one to take, or null for all
     * @param reach what lies beyond it is refused, and not written
     */
    Prepared prepare(InputStreamSource file, String departement, ImportReach reach);

    /** A file that has been read and compared with what is known. */
    interface Prepared {

        ImportReport report();

        /** Writes the good lines; called within a transaction. */
        void write(ImportChoices choices);
    }
}
