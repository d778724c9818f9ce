package fr.forment.people;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Working time in whole percent, from 1 to 100: besides the usual four there are therapeutic, shared and added
 * services.
 */
public final class Quotity {

    public static final String ADVICE = "La quotité est un nombre de 1 à 100, par exemple 100, 80, 80 % ou 0,8.";

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,10})?");
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,3})/(\\d{1,3})");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Quotity() {}

    public static boolean isPossible(int percent) {
        return percent >= 1 && percent <= 100;
    }

    /** 80, 80 %, 0,8, 80,5, 4/5; rounded to a whole percent, a part time staying one. Empty when it is none. */
    public static Optional<Integer> read(String written) {
        String plain =
                written == null ? "" : BLANKS.matcher(written).replaceAll("").replace(',', '.');
        boolean percent = plain.endsWith("%");
        String number = percent ? plain.substring(0, plain.length() - 1) : plain;
        Matcher fraction = FRACTION.matcher(number);
        if (!percent && fraction.matches() && Integer.parseInt(fraction.group(2)) > 0) {
            return whole(HUNDRED.multiply(new BigDecimal(fraction.group(1)))
                    .divide(new BigDecimal(fraction.group(2)), 10, RoundingMode.HALF_UP));
        }
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number);
        return whole(!percent && value.compareTo(BigDecimal.ONE) <= 0 ? value.multiply(HUNDRED) : value);
    }

    private static Optional<Integer> whole(BigDecimal percent) {
        if (percent.compareTo(BigDecimal.ONE) < 0 || percent.compareTo(HUNDRED) > 0) {
            return Optional.empty();
        }
        int rounded = percent.setScale(0, RoundingMode.HALF_UP).intValue();
        return Optional.of(percent.compareTo(HUNDRED) < 0 ? Math.min(99, rounded) : 100);
    }
}
