package fr.forment.stafflist.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of a workbook, in which some characters are written by their number: "_x000D_" is a line break, "_x005F_" the
 * underscore of such a text.
 */
final class XlsxText {

    private static final Pattern CODE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxText() {}

    static String decode(String written) {
        if (!written.contains("_x")) {
            return written;
        }
        Matcher code = CODE.matcher(written);
        StringBuilder text = new StringBuilder();
        while (code.find()) {
            code.appendReplacement(
                    text, Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
        }
        return withoutHalves(code.appendTail(text));
    }

    /** Half a character is a sign nobody knows, and is refused as such. */
    private static String withoutHalves(StringBuilder text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                text.setCharAt(i, '\uFFFD');
            }
        }
        return text.toString();
    }
}
