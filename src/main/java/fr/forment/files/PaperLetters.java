package fr.forment.files;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters that papers are written with, read once: reading them costs more than writing a page. One set serves one
 * paper at a time, for the library reads parts of it as it goes; a few wait for the next papers, so that no more are
 * kept than papers are made at once. What a paper holds of them is its own.
 */
final class PaperLetters {

    private static final int KEPT = 4;
    private static final BlockingQueue<PaperLetters> FREE = new ArrayBlockingQueue<>(KEPT);

    /** Heights and widths of the two, in the library's words. */
    static final FSCacheEx<String, FSCacheValue> METRICS = new FSDefaultCacheStore();

    private final TrueTypeFont plain = read("DejaVuSansCondensed");
    private final TrueTypeFont bold = read("DejaVuSansCondensed-Bold");

    private PaperLetters() {}

    static PaperLetters take() {
        PaperLetters free = FREE.poll();
        return free == null ? new PaperLetters() : free;
    }

    /** After the paper was written, and not where it was not: a set that was left in the middle of it is dropped. */
    void giveBack() {
        FREE.offer(this);
    }

    PDFontSupplier plain(PDDocument paper) {
        return in(paper, plain);
    }

    PDFontSupplier bold(PDDocument paper) {
        return in(paper, bold);
    }

    /** Put into the paper only when it has such a letter. */
    private static PDFontSupplier in(PDDocument paper, TrueTypeFont letters) {
        return new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                try {
                    return PDType0Font.load(paper, letters, true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static TrueTypeFont read(String file) {
        try (var bytes = PaperLetters.class.getResourceAsStream("/fonts/" + file + ".ttf")) {
            TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            letters.setEnableGsub(false); // lines are measured letter by letter, and so they are drawn: « fi » is two
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
