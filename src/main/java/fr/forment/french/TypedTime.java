package fr.forment.french;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours of the day as people type them: « 9:00 », « 9h », « 14h30 », « 9 h 05 », « 9 heures 30 ». */
public final class TypedTime {

    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?: ?(?:[:.]|h(?:eures?)?) ?(?:([0-5]\\d)(?: ?min(?:utes)?)?(?::[0-5]\\d)?)?)?");

    private TypedTime() {}

    /** What to say where an hour was typed that is none. */
    public static String advice(String typed) {
        return (Names.clean(typed).isEmpty() ? "" : "« " + Names.clean(typed) + " » n'est pas une heure. ")
                + "Écrivez l'heure de début ainsi : 9 h, 9:00 ou 14 h 30.";
    }

    /** Empty for what is no hour of a day. */
    public static Optional<LocalTime> read(String typed) {
        Matcher time = TIME.matcher(Names.clean(typed).toLowerCase(java.util.Locale.ROOT));
        if (!time.matches() || Integer.parseInt(time.group(1)) > 23) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(
                Integer.parseInt(time.group(1)), time.group(2) == null ? 0 : Integer.parseInt(time.group(2))));
    }
}
