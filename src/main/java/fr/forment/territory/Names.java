package fr.forment.territory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are cleaned for keeping and folded for comparing. */
public final class Names {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}\\u00a0\\u202f]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");

    private Names() {
    }

    /** NFC, no leading, trailing or doubled space; null becomes the empty string. */
    public static String clean(String text) {
        return text == null ? "" : SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
    }

    /** Lower case without accents, words separated by one space: « Saint-Grégoire » becomes "saint gregoire". */
    public static String fold(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(clean(text), Normalizer.Form.NFD)).replaceAll("")
                .toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        return NOT_WORD.matcher(plain).replaceAll(" ").strip();
    }
}
