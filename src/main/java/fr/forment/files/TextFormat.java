package fr.forment.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamSource;

/**
 * What a text file of unknown origin is made of: UTF-8, UTF-16 with or without its mark, or one of the 8-bit encodings
 * of French computers ({@link EightBitText}); refuses what is not text. The whole file is read once to be sure: a
 * single accent may stand on its last line.
 *
 * @param bomLength bytes to skip before the text
 */
record TextFormat(Charset charset, int bomLength) {

    /** Enough for the titles, whose letters tell UTF-16 by every second byte being zero. */
    private static final int START = 1024;

    /**
     * @throws UnreadableFile naming the place of the first NUL byte of an 8-bit text, or the encodings it may be when
     *     nobody can tell
     */
    static TextFormat of(InputStreamSource source) throws IOException {
        try (InputStream in = source.getInputStream()) {
            byte[] start = in.readNBytes(START);
            if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
                return new TextFormat(StandardCharsets.UTF_8, 3);
            }
            if (startsWith(start, 0xFF, 0xFE)) {
                return new TextFormat(StandardCharsets.UTF_16LE, 2);
            }
            if (startsWith(start, 0xFE, 0xFF)) {
                return new TextFormat(StandardCharsets.UTF_16BE, 2);
            }
            if (start.length % 2 == 0 && isHalfZero(start, 1)) {
                return new TextFormat(StandardCharsets.UTF_16LE, 0);
            }
            if (start.length % 2 == 0 && isHalfZero(start, 0)) {
                return new TextFormat(StandardCharsets.UTF_16BE, 0);
            }
        }
        return new TextFormat(isUtf8(source) ? StandardCharsets.UTF_8 : EightBitText.charset(source), 0);
    }

    Reader reader(InputStreamSource source) throws IOException {
        InputStream in = new BufferedInputStream(source.getInputStream());
        in.skipNBytes(bomLength);
        return new InputStreamReader(in, charset);
    }

    /** What is no CSV by its first bytes, a workbook, a PDF or a web page. */
    static void refuseForeign(InputStreamSource source) throws IOException {
        byte[] start;
        try (InputStream in = source.getInputStream()) {
            start = in.readNBytes(8);
        }
        if (start.length == 0) {
            throw new UnreadableFile("Le fichier est vide.");
        }
        if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFile(
                    "Ce fichier est un classeur ou une archive, pas un fichier CSV. Ouvrez-le dans votre tableur,"
                            + " puis choisissez « Enregistrer sous » et le format « CSV UTF-8 ».");
        }
        if (startsWith(start, '%', 'P', 'D', 'F')) {
            throw new UnreadableFile("Ce fichier est un document PDF, pas un fichier CSV.");
        }
        if (start[0] == '<' || start[0] == '{' || start[0] == '[') {
            throw new UnreadableFile("Ce fichier est une page web ou un fichier technique, pas un fichier CSV."
                    + " Téléchargez le jeu de données au format CSV.");
        }
    }

    private static boolean isUtf8(InputStreamSource source) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        boolean utf8 = true;
        Place place = new Place();
        try (InputStream in = source.getInputStream()) {
            for (int read; (read = in.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0; ) {
                place.refuseBinary(bytes.array(), bytes.position(), read);
                bytes.limit(bytes.position() + read).position(0);
                if (utf8) {
                    utf8 = !decoder.decode(bytes, chars.clear(), false).isError();
                }
                if (utf8) {
                    bytes.compact();
                } else {
                    bytes.clear();
                }
            }
        }
        return utf8 && !decoder.decode(bytes.flip(), chars.clear(), true).isError();
    }

    /**
     * True when the bytes at even (0) or odd (1) places are nearly all zero and the others are not: Latin letters on
     * two bytes.
     */
    private static boolean isHalfZero(byte[] start, int parity) {
        int zeros = 0;
        int others = 0;
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0 && i % 2 == parity) {
                zeros++;
            } else if (start[i] == 0) {
                others++;
            }
        }
        return start.length >= 4 && others == 0 && zeros * 10 >= start.length / 2 * 9;
    }

    /** Counts lines and characters, to say where a file stops being text. */
    private static final class Place {

        private long line = 1;
        private long character;
        private byte last;

        void refuseBinary(byte[] buffer, int from, int length) {
            for (int i = from; i < from + length; i++) {
                byte b = buffer[i];
                if (b == '\n' && last == '\r') {
                    character = 0;
                } else if (b == '\n' || b == '\r') {
                    line++;
                    character = 0;
                } else {
                    character++;
                }
                last = b;
                if (b == 0) {
                    throw new UnreadableFile("Ce fichier n’est pas un fichier texte : la ligne " + line
                            + " contient un octet nul (caractère " + character
                            + "). Enregistrez-le de nouveau depuis votre tableur.");
                }
            }
        }
    }

    private static boolean startsWith(byte[] start, int... expected) {
        if (start.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((start[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
