package fr.forment.french;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours as people type them: of the day, « 9:00 », « 9h », « 14h30 », « 9 heures 30 », and how long something takes.
 */
public final class TypedHours {

    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?: ?(?:[:.]|h(?:eures?)?) ?(?:([0-5]\\d)(?: ?min(?:utes)?)?(?::[0-5]\\d)?)?)?");
    private static final Pattern HOURS_AND_MINUTES =
            Pattern.compile("(\\d{1,3}) ?(?:h|:) ?(\\d{1,2})?(?: ?(?:min|mn|m))?");
    private static final Pattern DECIMAL_HOURS = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,4})?) ?(?:h|heures?)?");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4}) ?(?:min|mn|minutes?)");

    private TypedHours() {}

    /** What to say where an hour was typed that is none. */
    public static String advice(String typed) {
        return advice(typed, "l'heure de début");
    }

    /** The same of another hour. @param what "l'heure de fin" */
    public static String advice(String typed, String what) {
        return (Typed.text(typed).isEmpty() ? "" : Typed.quoted(typed) + " n'est pas une heure. ") + "Écrivez " + what
                + " ainsi : 9 h, 9:00 ou 14 h 30.";
    }

    /** Empty for what is no hour of a day. */
    public static Optional<LocalTime> time(String typed) {
        Matcher time = TIME.matcher(plain(typed));
        return time.matches() && number(time.group(1)) < 24
                ? Optional.of(LocalTime.of(number(time.group(1)), number(time.group(2))))
                : Optional.empty();
    }

    /**
     * "13 h 30", "13h30", "13:30", "13,5", "13.5", "13 h", "13" (hours) and "45 min", whatever the spaces.
     *
     * @param what names the field in the refusal: "Les heures dues à 75 %"
     * @return minutes, or null for an empty text
     * @throws Refusal for anything else, showing how to write it
     */
    public static Integer minutes(String typed, String what) {
        String text = plain(typed);
        if (text.isEmpty()) {
            return null;
        }
        Matcher clock = HOURS_AND_MINUTES.matcher(text);
        if (clock.matches() && number(clock.group(2)) < 60) {
            return number(clock.group(1)) * 60 + number(clock.group(2));
        }
        Matcher decimal = DECIMAL_HOURS.matcher(text);
        if (decimal.matches()) {
            return new BigDecimal(decimal.group(1).replace(',', '.'))
                    .multiply(BigDecimal.valueOf(60))
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValue();
        }
        Matcher minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            return number(minutes.group(1));
        }
        throw new Refusal(what + " : " + Typed.quoted(typed)
                + " n'est pas une durée. Écrivez par exemple 1 h 30, 1,5 ou 45 min.");
    }

    private static String plain(String typed) {
        return Names.clean(Typed.text(typed)).toLowerCase(Locale.ROOT);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
