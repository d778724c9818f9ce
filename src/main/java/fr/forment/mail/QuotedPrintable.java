package fr.forment.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A text as mails carry it (RFC 2045, 6.7): readable where it is ASCII, no line beyond 76 characters, none that a
 * server would change.
 */
final class QuotedPrintable {

    private static final int LONGEST = 75;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private QuotedPrintable() {}

    static void write(String text, OutputStream out) throws IOException {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[80];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            byte each = in[i];
            if (each == '\r' && i + 1 < in.length && in[i + 1] == '\n') {
                continue;
            }
            if (each == '\n' || each == '\r') {
                length = end(out, line, length);
                continue;
            }
            boolean isLast = i + 1 == in.length || in[i + 1] == '\n' || in[i + 1] == '\r';
            boolean isPlain = each > ' ' && each < 127 && each != '=' || (each == ' ' || each == '\t') && !isLast;
            if (length + (isPlain ? 1 : 3) > LONGEST) {
                line[length++] = '=';
                length = end(out, line, length);
            }
            if (isPlain) {
                line[length++] = each;
            } else {
                line[length++] = '=';
                line[length++] = HEX[each >> 4 & 15];
                line[length++] = HEX[each & 15];
            }
        }
        out.write(line, 0, length);
    }

    private static int end(OutputStream out, byte[] line, int length) throws IOException {
        line[length] = '\r';
        line[length + 1] = '\n';
        out.write(line, 0, length + 2);
        return 0;
    }
}
