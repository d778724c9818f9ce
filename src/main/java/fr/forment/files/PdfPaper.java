package fr.forment.files;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * A paper as a file that is read aloud as it is seen (PDF/UA-1) and that still opens in twenty years (PDF/A-3U):
 * tagged, in French, with its own letters, and with nothing fetched from elsewhere. It is written as XHTML whose style
 * names the family {@code Papier}; its title becomes the title of the file.
 */
public final class PdfPaper {

    private static final String FAMILY = "Papier";
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    /** What XML cannot hold, whoever typed it. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
    /** Stands for a sign the letters do not have. */
    private static final String UNKNOWN = "□";

    static {
        XRLog.setLoggingEnabled(false); // it would quote what people typed
    }

    private PdfPaper() {}

    public static byte[] of(String xhtml) {
        var bytes = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withHtmlContent(NO_XML.matcher(xhtml).replaceAll(""), null)
                    .useUriResolver((base, address) -> null)
                    .useExternalResourceAccessControl(
                            (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useFont(letters("DejaVuSansCondensed"), FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(letters("DejaVuSansCondensed-Bold"), FAMILY, 700, FontStyle.NORMAL, true)
                    .useReplacementText(UNKNOWN)
                    .useUnicodeLineBreaker(new FrenchLines())
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfAConformance.PDFA_3_U)
                    .useColorProfile(COLOURS)
                    .withProducer("FormENT")
                    .toStream(bytes)
                    .run();
            return RepeatedHeaders.readOnce(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FSSupplier<InputStream> letters(String file) {
        return () -> PdfPaper.class.getResourceAsStream("/fonts/" + file + ".ttf");
    }
}
