package fr.forment.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The values of a template as one text that a statement can put together: name, separator, value, end. The two
 * separators are control characters that no name or title holds.
 */
public final class MailModel {

    private static final char IS = '\u001F';
    private static final char END = '\u001E';

    private MailModel() {}

    /** SQL that writes one value from an expression over the rows of a statement; a value cannot hold another one. */
    public static String sql(String name, String expression) {
        return "'" + name + "' || CHR(31) || REPLACE(REPLACE(COALESCE(" + expression
                + ", ''), CHR(30), ''), CHR(31), '') || CHR(30)";
    }

    static String write(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + IS + each.getValue().replaceAll("[\u001E\u001F]", "") + END)
                .collect(Collectors.joining());
    }

    static Map<String, Object> read(String text) {
        var values = new HashMap<String, Object>();
        for (String pair : text.split(String.valueOf(END))) {
            int at = pair.indexOf(IS);
            if (at > 0) {
                values.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        return values;
    }
}
