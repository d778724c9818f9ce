package fr.forment.means;

import fr.forment.french.Refusal;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Euros as people write them: « 1 250,50 ». Kept in cents. */
public final class Money {

    private static final Pattern FORM = Pattern.compile("\\d{1,7}(?:[.,]\\d{1,2})?");
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}€]+");
    private static final int PER_EURO = 100;

    private Money() {}

    /** Null where nothing was typed. @throws Refusal for what is no price */
    public static Long cents(String typed, String of) {
        String plain = IGNORED.matcher(typed == null ? "" : typed).replaceAll("");
        if (plain.isEmpty()) {
            return null;
        }
        if (!FORM.matcher(plain).matches()) {
            throw new Refusal(
                    of
                            + " : un prix s'écrit en euros, comme 45 ou 12,50, sans signe et avec deux décimales au plus (9 999 999,99 au plus).");
        }
        return new BigDecimal(plain.replace(',', '.')).movePointRight(2).longValueExact();
    }

    /** « 1 250,50 € ». */
    public static String of(long cents) {
        return plain(cents) + " €";
    }

    /** « 1 250,50 », as a field shows it; null is nothing. */
    public static String plain(Long cents) {
        return cents == null
                ? ""
                : String.format(Locale.ROOT, "%,d", cents / PER_EURO).replace(',', ' ')
                        + String.format(Locale.ROOT, ",%02d", cents % PER_EURO);
    }
}
