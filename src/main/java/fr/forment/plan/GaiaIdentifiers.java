package fr.forment.plan;

import fr.forment.french.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What GAIA and SOFIA call a training of the académie's or département's plan. Both are optional here: many plans are
 * drawn up before they are known.
 *
 * @param dispositif « 26D0350123 »: two digits of the year, A (académique) or D (départemental), seven digits; empty
 *     while it is not known
 * @param module five digits; empty while it is not known
 */
public record GaiaIdentifiers(String dispositif, String module) {

    public static final GaiaIdentifiers NONE = new GaiaIdentifiers("", "");

    private static final Pattern DISPOSITIF = Pattern.compile("\\d{2}[AD]\\d{7}");
    private static final Pattern MODULE = Pattern.compile("\\d{5}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** As people type them: spaces and small letters are forgiven, nothing else is. */
    public static GaiaIdentifiers read(String dispositif, String module) {
        return new GaiaIdentifiers(
                checked(
                        dispositif,
                        DISPOSITIF,
                        "Le numéro de dispositif GAIA compte deux chiffres (l'année), la lettre A ou D, puis sept chiffres, par exemple 26D0350123. Corrigez-le ou laissez le champ vide."),
                checked(
                        module,
                        MODULE,
                        "Le numéro de module GAIA compte cinq chiffres, par exemple 70125. Corrigez-le ou laissez le champ vide."));
    }

    public boolean areComplete() {
        return !dispositif.isEmpty() && !module.isEmpty();
    }

    private static String checked(String typed, Pattern form, String refusal) {
        String plain = typed == null ? "" : SPACES.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        if (!plain.isEmpty() && !form.matcher(plain).matches()) {
            throw new Refusal(refusal);
        }
        return plain;
    }
}
