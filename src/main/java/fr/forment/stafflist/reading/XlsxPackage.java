package fr.forment.stafflist.reading;

import fr.forment.files.UnreadableFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.springframework.core.io.InputStreamSource;

/**
 * The parts of an .xlsx file, each read with a limit on what it may swell to. Kept in a temporary file while it is
 * open, for a ZIP is read from its end; names inside it are never used as paths.
 */
final class XlsxPackage implements Closeable {

    private static final int MAX_PARTS = 2_000;
    private static final int END_RECORD = 22;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    private XlsxPackage(Path file) throws IOException {
        this.file = file;
        refuseTail();
        this.zip = new ZipFile(file.toFile());
        if (zip.size() > MAX_PARTS) {
            throw corrupt();
        }
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (parts.put(name(entry.getName()), entry) != null) {
                throw new UnreadableFile(
                        "Ce classeur contient deux fois la même partie : il a été fabriqué ou abîmé. " + resave());
            }
        }
    }

    static XlsxPackage open(InputStreamSource source) throws IOException {
        Path file = Files.createTempFile("forment", ".xlsx");
        XlsxPackage opened = null;
        try {
            try (InputStream in = source.getInputStream()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            opened = new XlsxPackage(file);
            opened.refuseOtherKinds();
            return opened;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            drop(opened, file);
            throw corrupt();
        } catch (RuntimeException | IOException e) {
            drop(opened, file);
            throw e;
        }
    }

    private static void drop(XlsxPackage opened, Path file) throws IOException {
        if (opened != null) {
            opened.zip.close();
        }
        Files.deleteIfExists(file);
    }

    boolean has(String name) {
        return parts.containsKey(name(name));
    }

    /** Null when there is no such part. */
    InputStream part(String name, long limit) throws IOException {
        ZipEntry entry = parts.get(name(name));
        return entry == null ? null : new Swelling(zip.getInputStream(entry), limit);
    }

    @Override
    public void close() throws IOException {
        drop(this, file);
    }

    static UnreadableFile corrupt() {
        return new UnreadableFile(
                "Ce classeur est incomplet ou abîmé : il ne s'ouvre pas. Téléchargez-le de nouveau. " + resave());
    }

    private static String resave() {
        return "S'il s'ouvre dans votre tableur, enregistrez-le sous un nouveau nom au format « Classeur Excel (.xlsx) ».";
    }

    /** The end record of a ZIP closes the file; something behind it makes the file two things at once. */
    private void refuseTail() throws IOException {
        try (RandomAccessFile all = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(all.length(), END_RECORD + 0xFFFF);
            byte[] tail = new byte[length];
            all.seek(all.length() - length);
            all.readFully(tail);
            for (int i = length - END_RECORD; i >= 0; i--) {
                if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                    int comment = tail[i + 20] & 0xFF | (tail[i + 21] & 0xFF) << 8;
                    if (i + END_RECORD + comment != length || comment > 0) {
                        throw new UnreadableFile(
                                "Ce fichier contient autre chose à la suite du classeur : par prudence il est refusé. "
                                        + resave());
                    }
                    return;
                }
            }
        }
        throw corrupt();
    }

    private void refuseOtherKinds() throws IOException {
        if (has("mimetype")) {
            String type = new String(part("mimetype", 200).readNBytes(100), StandardCharsets.ISO_8859_1);
            throw new UnreadableFile(
                    type.contains("spreadsheet")
                            ? "Ce classeur est au format LibreOffice (.ods). Ouvrez-le, choisissez « Fichier », « Enregistrer sous », puis le type"
                                    + " « Classeur Excel 2007-365 (.xlsx) » ou « Texte CSV »."
                            : "Ce fichier est un document LibreOffice, pas un tableau. Copiez la liste dans un tableur et enregistrez-la au format .xlsx.");
        }
        if (has("xl/workbook.bin")) {
            throw new UnreadableFile(
                    "Ce classeur est au format binaire d'Excel (.xlsb). Enregistrez-le au format « Classeur Excel (.xlsx) ».");
        }
        if (has("word/document.xml") || has("ppt/presentation.xml")) {
            throw new UnreadableFile(
                    "Ce fichier est un document Word ou PowerPoint, pas un tableau. Copiez la liste dans un tableur et"
                            + " enregistrez-la au format .xlsx.");
        }
        if (!has("xl/workbook.xml") || !has("[Content_Types].xml")) {
            throw new UnreadableFile(
                    "Ce fichier est une archive ZIP, pas un classeur. Sortez-en la liste (clic droit, « Extraire »), puis"
                            + " déposez le fichier .xlsx ou .csv qu'elle contient.");
        }
    }

    private static String name(String written) {
        String plain = written.replace('\\', '/').toLowerCase(Locale.ROOT);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    /** A few kilobytes may unpack to gigabytes: stops where no staff list goes. */
    private static final class Swelling extends FilterInputStream {

        private long left;

        Swelling(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new UnreadableFile(
                        "Une fois décompressé, ce classeur est démesuré pour une liste de personnels. Gardez-y une seule feuille,"
                                + " supprimez les lignes et les colonnes vides mises en forme, puis déposez-le de nouveau.");
            }
        }
    }
}
