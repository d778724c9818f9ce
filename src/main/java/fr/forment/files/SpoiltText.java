package fr.forment.files;

import java.util.regex.Pattern;

/**
 * Accents that were lost or turned into other signs before a text came here. Nobody can be greeted by such a name, so
 * it is never kept.
 */
public final class SpoiltText {

    public static final String ADVICE =
            "Des lettres accentuées ont été abîmées avant le dépôt du fichier (« � », « Ã© »…). Reprenez le fichier d’origine et"
                    + " enregistrez-le au format « CSV UTF-8 » ou « Classeur Excel (.xlsx) ».";

    /**
     * The sign of a letter nobody knew, controls that no keyboard types, and UTF-8 that was read as Windows, Mac Roman
     * or CP850.
     */
    private static final Pattern SPOILT = Pattern.compile(
            "[\uFFFD\u0080-\u009F\u251C\u252C]" + "|[ÃÂ][\u00A0-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Å[’“]|â€|√[^\\s\\d]");

    private SpoiltText() {}

    public static boolean is(String text) {
        return !isAscii(text) && SPOILT.matcher(text).find();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
