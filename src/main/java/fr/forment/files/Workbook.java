package fr.forment.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** An opened workbook, whatever program wrote it. Close it: it stands in a temporary file. */
public interface Workbook extends Closeable {

    /** Unpacked: 200,000 lines of a dozen columns, with room for their styles. */
    long WHOLE = 400L << 20;

    /** More than anybody looks through: a file of a few kilobytes can name millions. */
    int MOST_SHEETS = 500;

    /** Names of the sheets that are shown, in their order; at least one. */
    List<String> sheets();

    /**
     * The lines of one sheet, one after another.
     *
     * @param sheet its place among {@link #sheets()}
     * @param limit what it may swell to when it is unpacked
     */
    SheetRows open(int sheet, long limit) throws IOException;

    /** @throws UnreadableFile when these are more than {@link #MOST_SHEETS} */
    static void refuseMany(int sheets) {
        if (sheets > MOST_SHEETS) {
            throw ZipParts.oversized();
        }
    }
}
