package fr.forment.staff.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import fr.forment.territory.UnreadableFile;
import org.springframework.core.io.InputStreamSource;

/**
 * An opened staff file, CSV or XLSX, as rows of text. Private columns (home address, phones, birth date…) are dropped here and never
 * handed out. Streams: memory does not grow with the file.
 */
public final class StaffTable implements Closeable {

    /** Larger than any real list of a département. */
    public static final int MAX_LINES = 200_000;
    public static final long MAX_BYTES = 30L << 20;

    /**
     * One line of people.
     *
     * @param line in the file, the first one being 1
     * @param cells aligned with {@link #columns()}, never null; empty when the line has more or fewer cells than there are titles, for
     *     then nobody knows which cells are private
     */
    public record Row(long line, List<String> cells) {
    }

    private StaffTable() {
    }

    /**
     * @param source opened more than once
     * @param fileName as the person's computer calls it; only its ending is looked at
     * @throws UnreadableFile when nothing can be taken from it, or when it is about children
     */
    public static StaffTable open(InputStreamSource source, String fileName) throws IOException {
        throw new UnsupportedOperationException();
    }

    public StaffFileKind kind() {
        throw new UnsupportedOperationException();
    }

    /** Titles in the order of the file, without the discarded ones. */
    public List<String> columns() {
        throw new UnsupportedOperationException();
    }

    /** Titles of the columns that are private or of no use: nothing of them is handed out. */
    public List<String> discarded() {
        throw new UnsupportedOperationException();
    }

    /**
     * The next line that is not empty, or null at the end.
     *
     * @throws UnreadableFile when the file turns out to be cut or endless
     */
    public Row next() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
    }
}
