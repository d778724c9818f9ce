package fr.forment.french;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are cleaned for keeping and folded for comparing. */
public final class Names {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}\\u0085\\u00a0\\u2028\\u2009\\u2029\\u202f]+");
    /** Soft hyphens, joiners and marks of width zero: nobody typed them, they come along with copied text. */
    private static final Pattern UNSEEN = Pattern.compile("[\\u00ad\\u200b\\u200c\\u200d\\u2060\\ufeff]");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");

    /**
     * Letters of any script, then spaces, hyphens and apostrophes; digits at the end of a word; a dot only where a
     * short word ends ("J.-P."). Thus nothing in it reads as an address of the web, which mail programs turn into a
     * link.
     */
    private static final Pattern OF_PERSON = Pattern.compile(
            "(?=.*\\p{L})(?:[\\p{L}\\p{M} '’‐‑-]|(?<=[\\p{L}\\p{M}\\p{Nd}])\\p{Nd}|(?<=\\p{L})(?<![\\p{L}\\p{M}]{4})\\.(?=[ -]|$))++");

    private static final Pattern ADDRESS =
            Pattern.compile("(?:^|[ '’‐-])(?:www|https?)(?![\\p{L}\\p{M}])", Pattern.CASE_INSENSITIVE);
    public static final String ADVICE = "Un nom s'écrit en lettres, avec espaces, traits d'union ou apostrophes.";

    private Names() {}

    /** NFC, nothing unseen, no leading, trailing or doubled space; null becomes the empty string. */
    public static String clean(String text) {
        return text == null
                ? ""
                : SPACES.matcher(UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                                .replaceAll(""))
                        .replaceAll(" ")
                        .strip();
    }

    /** Whether this, cleaned, may be the last or first name of somebody: official mail greets by it. */
    public static boolean isOfPerson(String cleaned) {
        return OF_PERSON.matcher(cleaned).matches() && !ADDRESS.matcher(cleaned).find();
    }

    /** Whether two names are the same to a reader, whatever accents, capitals, hyphens and spaces. */
    public static boolean same(String one, String other) {
        String folded = fold(one);
        return folded.isEmpty() ? clean(one).equalsIgnoreCase(clean(other)) : folded.equals(fold(other));
    }

    /** Lower case without accents, words separated by one space: « Saint-Grégoire » becomes "saint gregoire". */
    public static String fold(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(clean(text), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        return NOT_WORD.matcher(plain).replaceAll(" ").strip();
    }
}
