package fr.forment.french;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Minutes as people type them. */
public final class Durations {

    private static final Pattern HOURS_AND_MINUTES =
            Pattern.compile("(\\d{1,3})\\s*(?:h|:)\\s*(\\d{1,2})?(?:\\s*(?:min|mn|m))?");
    private static final Pattern DECIMAL_HOURS = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*(?:h|heures?)?");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4})\\s*(?:min|mn|minutes?)");

    private Durations() {}

    /**
     * "13 h 30", "13h30", "13:30", "13,5", "13.5", "13 h", "13" (hours) and "45 min", whatever the spaces.
     *
     * @param what names the field in the refusal: "Les heures dues à 75 %"
     * @return minutes, or null for an empty text
     * @throws Refusal for anything else, showing how to write it
     */
    public static Integer parse(String typed, String what) {
        // the spaces of typography and of spreadsheets are spaces too
        String text = typed == null
                ? ""
                : typed.replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ").strip().toLowerCase();
        if (text.isEmpty()) {
            return null;
        }
        Matcher clock = HOURS_AND_MINUTES.matcher(text);
        Matcher decimal = DECIMAL_HOURS.matcher(text);
        Matcher minutes = MINUTES.matcher(text);
        if (clock.matches() && (clock.group(2) == null || Integer.parseInt(clock.group(2)) < 60)) {
            return Integer.parseInt(clock.group(1)) * 60
                    + (clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2)));
        }
        if (decimal.matches()) {
            return new BigDecimal(decimal.group(1).replace(',', '.'))
                    .multiply(BigDecimal.valueOf(60))
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValue();
        }
        if (minutes.matches()) {
            return Integer.parseInt(minutes.group(1));
        }
        throw new Refusal(
                what + " : « " + typed.strip() + " » n'est pas une durée. Écrivez par exemple 13 h 30 ou 13,5.");
    }
}
