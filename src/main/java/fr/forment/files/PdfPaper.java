package fr.forment.files;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A paper as a file that is read aloud as it is seen (PDF/UA-1) and that still opens in twenty years (PDF/A-3U):
 * tagged, in French, with its own letters, and with nothing fetched from elsewhere. It is written as XHTML whose style
 * names the family {@code Papier}; its title becomes the title of the file.
 */
public final class PdfPaper {

    private static final String FAMILY = "Papier";
    private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    /** What XML cannot hold, whoever typed it. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
    /** Stands for a sign the letters do not have. */
    private static final String UNKNOWN = "□";

    static {
        XRLog.setLoggingEnabled(false); // it would quote what people typed
        // Packing hard takes a tenth of what a convocation takes, and makes it a twentieth smaller.
        System.getProperties().putIfAbsent(Filter.SYSPROP_DEFLATELEVEL, String.valueOf(Deflater.BEST_SPEED));
    }

    private PdfPaper() {}

    public static byte[] of(String xhtml) {
        byte[] file = write(xhtml);
        try {
            return xhtml.contains("<thead") ? RepeatedHeaders.readOnce(file) : file; // it reads the whole file anew
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] write(String xhtml) {
        var bytes = new ByteArrayOutputStream();
        PaperLetters letters = PaperLetters.take();
        Thread thread = Thread.currentThread();
        ClassLoader around = thread.getContextClassLoader();
        thread.setContextClassLoader(
                JDK); // the library looks for XML parsers: not through every archive, for each paper
        try (PDDocument paper = new PDDocument()) {
            new PdfRendererBuilder()
                    .usePDDocument(paper)
                    .useCacheStore(CacheStore.PDF_FONT_METRICS, PaperLetters.METRICS)
                    .withW3cDocument(Xml.document(NO_XML.matcher(xhtml).replaceAll("")), null)
                    .useUriResolver((base, address) -> null)
                    .useExternalResourceAccessControl(
                            (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useFont(letters.plain(paper), FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(letters.bold(paper), FAMILY, 700, FontStyle.NORMAL, true)
                    .useReplacementText(UNKNOWN)
                    .useUnicodeLineBreaker(new FrenchLines())
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfAConformance.PDFA_3_U)
                    .useColorProfile(COLOURS)
                    .withProducer("FormENT")
                    .toStream(bytes)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(around);
        }
        letters.giveBack();
        return bytes.toByteArray();
    }
}
