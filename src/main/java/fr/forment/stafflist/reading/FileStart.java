package fr.forment.stafflist.reading;

import fr.forment.files.CsvLines;
import fr.forment.files.UnreadableFile;
import fr.forment.files.Workbooks;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.core.io.InputStreamSource;

/**
 * What the first bytes say a file is. What can never be a staff list is refused, with the way to mend it; the file's
 * name is not believed.
 */
final class FileStart {

    static final long MAX_BYTES = 30L << 20;

    private static final String SAVE_AS =
            "Ouvrez-le dans votre tableur, choisissez « Fichier », « Enregistrer sous », puis le type ";

    private static final CsvLines.Expected PEOPLE =
            new CsvLines.Expected("une liste de personnels", "uai;nom;prenom;fonction", TableHeader.MAX_COLUMNS, true);

    private FileStart() {}

    /** The file as lines, whatever it is. */
    static RowSource open(InputStreamSource source) throws IOException {
        byte[] start;
        try (InputStream in = source.getInputStream()) {
            start = in.readNBytes(512);
        }
        if (start.length == 0) {
            throw new UnreadableFile("Le fichier est vide : il ne contient pas un seul caractère.");
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\3\4") || text.startsWith("PK\5\6")) {
            return new WorkbookRows(Workbooks.open(source, true));
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return new WorkbookRows(Workbooks.open(source, false));
        }
        if (text.stripLeading().startsWith("%PDF")) {
            throw new UnreadableFile(
                    "Ce fichier est un document PDF : un PDF ne se lit pas comme un tableau. Demandez le tableau d'origine"
                            + " (.xlsx ou .csv).");
        }
        if (isImage(text)) {
            throw new UnreadableFile(
                    "Ce fichier est une image, même si son nom dit autre chose : une photo ou une capture d'écran ne se lit pas"
                            + " comme un tableau. Demandez le tableau d'origine (.xlsx ou .csv).");
        }
        refuseMarkup(text.replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .replace("\0", "")
                .stripLeading());
        return RowSource.of(CsvLines.open(source, PEOPLE));
    }

    /** PNG, JPEG, GIF, TIFF, WebP, and the photos of telephones. */
    private static boolean isImage(String start) {
        return Stream.of("\u0089PNG", "\u00FF\u00D8\u00FF", "GIF87a", "GIF89a", "II*\0", "MM\0*")
                        .anyMatch(start::startsWith)
                || start.startsWith("RIFF") && start.startsWith("WEBP", 8)
                || start.startsWith("ftyp", 4)
                        && Stream.of("heic", "heix", "mif1", "avif").anyMatch(brand -> start.startsWith(brand, 8));
    }

    private static void refuseMarkup(String text) {
        if (text.startsWith("<")) {
            throw new UnreadableFile("Ce fichier est une page web ou un fichier XML, même si son nom dit autre chose. "
                    + SAVE_AS + "« Classeur Excel (.xlsx) ».");
        }
        if (text.startsWith("{\\rtf")) {
            throw new UnreadableFile(
                    "Ce fichier est un texte mis en forme (RTF), pas un tableau. Copiez la liste dans un tableur et"
                            + " enregistrez-la au format .xlsx ou .csv.");
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            throw new UnreadableFile(
                    "Ce fichier est au format JSON, qui sert aux échanges entre logiciels. Exportez la liste au format CSV"
                            + " ou Excel (.xlsx).");
        }
    }

    /** Stops whoever would read more than a staff list may weigh. */
    static InputStreamSource limited(InputStreamSource source) {
        return () -> new Limited(source.getInputStream());
    }

    private static final class Limited extends FilterInputStream {

        private long left = MAX_BYTES;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return took(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            return took(read, Math.max(read, 0));
        }

        private int took(int answer, int bytes) {
            left -= answer < 0 ? 0 : bytes;
            if (left < 0) {
                throw tooLarge();
            }
            return answer;
        }
    }

    static UnreadableFile tooLarge() {
        return new UnreadableFile("Ce fichier dépasse " + (MAX_BYTES >> 20)
                + " Mo : une liste de personnels, même d'un département"
                + " entier, pèse moins. Vérifiez que c'est le bon fichier, ou déposez une circonscription à la fois.");
    }
}
