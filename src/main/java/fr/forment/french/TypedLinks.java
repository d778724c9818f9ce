package fr.forment.french;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that people typed among words. One may open something to whoever holds it: those who only read see none.
 */
public final class TypedLinks {

    private static final String MASK = "(lien masqué)";

    /** Looked at one by one: a pattern of whole links takes the square of a text's length, or the whole stack. */
    private static final Pattern WORD = Pattern.compile("\\S++");

    /** A name, with a port or without, or four numbers: « M./Mme », « 14:30/15:30 » and « 12.5/20 » are none. */
    private static final Pattern HOST = Pattern.compile(
            "(?:[\\w-]\\.[a-z][\\w-]*+(?::\\d{2,5})?|[a-z][\\w-]*+:\\d{2,5}|\\d(?:\\.\\d{1,3}){3}(?::\\d{2,5})?)$");

    private static final int LONGEST_HOST = 260;

    /** An address of FormENT without its beginning, such as {@code /evaluation/…}. */
    private static final Pattern OWN_PATH = Pattern.compile("^[(«\"']?/\\w");

    private static final Set<String> HIDDEN = Set.of("://", "www.", "localhost/", "localhost:");

    private TypedLinks() {}

    /** The text without its links; null stays null. */
    public static String masked(String text) {
        return text == null
                ? null
                : WORD.matcher(text)
                        .replaceAll(word -> Matcher.quoteReplacement(isLink(word.group()) ? MASK : word.group()));
    }

    private static boolean isLink(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        int path = small.indexOf('/');
        return HIDDEN.stream().anyMatch(small::contains)
                || path > 0
                        && path <= LONGEST_HOST
                        && HOST.matcher(small.substring(0, path)).find()
                || OWN_PATH.matcher(small).find();
    }
}
