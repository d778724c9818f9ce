package fr.forment.territory;

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
 * What a file of unknown origin is made of: refuses what is not text, tells UTF-8 from Windows-1252.
 * The whole file is read once to be sure: a single accent may stand on its last line.
 */
record TextFormat(Charset charset, int bomLength) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static TextFormat of(InputStreamSource source) throws IOException {
        try (InputStream in = new BufferedInputStream(source.getInputStream())) {
            byte[] start = in.readNBytes(8);
            refuseForeign(start);
            if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
                return new TextFormat(StandardCharsets.UTF_8, 3);
            }
            if (startsWith(start, 0xFF, 0xFE)) {
                return new TextFormat(StandardCharsets.UTF_16LE, 2);
            }
            if (startsWith(start, 0xFE, 0xFF)) {
                return new TextFormat(StandardCharsets.UTF_16BE, 2);
            }
        }
        return new TextFormat(isUtf8(source) ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
    }

    Reader reader(InputStreamSource source) throws IOException {
        InputStream in = new BufferedInputStream(source.getInputStream());
        in.skipNBytes(bomLength);
        return new InputStreamReader(in, charset);
    }

    private static void refuseForeign(byte[] start) {
        if (start.length == 0) {
            throw new UnreadableFile("Le fichier est vide.");
        }
        if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFile("Ce fichier est un classeur ou une archive, pas un fichier CSV. Ouvrez-le dans votre tableur,"
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
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        boolean utf8 = true;
        try (InputStream in = source.getInputStream()) {
            for (int read; (read = in.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0; ) {
                refuseBinary(bytes.array(), bytes.position(), read);
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

    private static void refuseBinary(byte[] buffer, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (buffer[i] == 0) {
                throw new UnreadableFile("Ce fichier n’est pas un fichier texte : choisissez un fichier CSV.");
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
