package fr.forment.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipEntrySource;

/**
 * The parts of a zipped workbook, each read with a limit on what it may swell to. POI looks at them through this class,
 * not through its own: that one unpacks every part into memory when the directory of the archive is spoilt, makes an
 * object of each of up to 650,000 names before it counts them, and keeps as a tree what the links of every sheet say.
 * Names inside are never used as paths.
 */
final class ZipParts implements ZipEntrySource {

    /** Unpacked: what is not a sheet nor its texts. */
    static final long SMALL = 8L << 20;

    private static final int MAX_PARTS = 2_000;
    private static final int END_RECORD = 22;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new LinkedHashMap<>();
    private long limit = SMALL;
    private boolean closed;

    private ZipParts(Path file) throws IOException {
        this.file = file;
        refuseTail();
        zip = new ZipFile(file.toFile());
    }

    static ZipParts of(Path file) throws IOException {
        ZipParts opened = new ZipParts(file);
        try {
            opened.list();
            opened.refuseOtherKinds();
            return opened;
        } catch (RuntimeException | IOException e) {
            opened.zip.close();
            throw e;
        }
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    boolean isOpenDocument() {
        return has("mimetype");
    }

    /** What the parts opened from now on may swell to. */
    ZipParts limited(long bytes) {
        limit = bytes;
        return this;
    }

    InputStream part(String name) throws IOException {
        return new Swelling(zip.getInputStream(parts.get(key(name))), limit);
    }

    @Override
    public Enumeration<ZipArchiveEntry> getEntries() {
        return Collections.enumeration(parts.values().stream()
                .map(ZipEntry::getName)
                .filter(ZipParts::isOfUse)
                .map(ZipArchiveEntry::new)
                .toList());
    }

    @Override
    public ZipArchiveEntry getEntry(String name) {
        ZipEntry entry = isOfUse(name) ? parts.get(key(name)) : null;
        return entry == null ? null : new ZipArchiveEntry(entry.getName());
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        return part(entry.getName());
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
        Files.deleteIfExists(file);
    }

    /** The links of a sheet, one for each address that was typed, are of no use here. */
    private static boolean isOfUse(String name) {
        String key = key(name);
        return !key.endsWith(".rels") || key.equals("_rels/.rels") || key.equals("xl/_rels/workbook.xml.rels");
    }

    private void list() {
        if (zip.size() > MAX_PARTS) {
            throw Spoilt.corrupt();
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (parts.put(key(entry.getName()), entry) != null) {
                throw new UnreadableFile("Ce classeur contient deux fois la même partie : il a été fabriqué ou abîmé. "
                        + Spoilt.resave());
            }
        }
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
                    if (i + END_RECORD != length || tail[i + 20] != 0 || tail[i + 21] != 0) {
                        throw new UnreadableFile(
                                "Ce fichier contient autre chose à la suite du classeur : par prudence il est refusé. "
                                        + Spoilt.resave());
                    }
                    return;
                }
            }
        }
        throw Spoilt.corrupt();
    }

    private void refuseOtherKinds() throws IOException {
        if (has("mimetype")) {
            String type = new String(part("mimetype").readNBytes(100), StandardCharsets.ISO_8859_1);
            if (!type.contains("spreadsheet")) {
                throw new UnreadableFile(
                        "Ce fichier est un document LibreOffice, pas un tableau. Copiez la liste dans un tableur et"
                                + " enregistrez-la au format .xlsx.");
            }
        } else if (has("xl/workbook.bin")) {
            throw new UnreadableFile(
                    "Ce classeur est au format binaire d'Excel (.xlsb). Enregistrez-le au format « Classeur Excel (.xlsx) ».");
        } else if (has("word/document.xml") || has("ppt/presentation.xml")) {
            throw new UnreadableFile(
                    "Ce fichier est un document Word ou PowerPoint, pas un tableau. Copiez la liste dans un tableur et"
                            + " enregistrez-la au format .xlsx.");
        } else if (!has("xl/workbook.xml") || !has("[Content_Types].xml")) {
            throw new UnreadableFile(
                    "Ce fichier est une archive ZIP, pas un classeur. Sortez-en la liste (clic droit, « Extraire »), puis"
                            + " déposez le fichier .xlsx, .ods ou .csv qu'elle contient.");
        }
    }

    private static String key(String name) {
        String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
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
                throw oversized();
            }
        }
    }

    static UnreadableFile oversized() {
        return new UnreadableFile(
                "Une fois décompressé, ce classeur est démesuré pour une liste de personnels. Gardez-y une seule feuille,"
                        + " supprimez les lignes et les colonnes vides mises en forme, puis déposez-le de nouveau.");
    }
}
