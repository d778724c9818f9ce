package fr.forment.french;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What people type and forms send, made into values: texts, days, whole numbers, codes. Hours: {@link TypedHours}. */
public final class Typed {

    /**
     * Controls, and what takes no place or turns the reading round: a zero-width space, marks of direction, fillers.
     */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}&&[^\r\n\t]]|[\\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]");
    /** No-break spaces too: nothing is said by them alone. */
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]*+");
    /** Characters of what was typed that a refusal repeats. */
    private static final int REPEATED = 60;
    /** Digits of the longest number worth reading; a million of them would take the machine half a minute. */
    private static final int DIGITS = 20;

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    /** Of 31/02/2027 as of « bientôt »: it was not left out, and nobody can tell which of the two it is. */
    private static final String NO_DAY =
            "Cette date n'existe pas, ou ne se lit pas : écrivez-la jour/mois/année, par exemple 24/11/2026.";

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private Typed() {}

    /**
     * Without the characters nobody types, NUL above all, at which PostgreSQL fails, nor those nobody sees: a reason of
     * them says nothing. Line breaks and tabs stay; null stays null, a text of blanks alone becomes empty.
     */
    public static String clean(String typed) {
        if (typed == null) {
            return null;
        }
        String seen = UNSEEN.matcher(typed).replaceAll("");
        return BLANK.matcher(seen).matches() ? "" : seen;
    }

    /** Without control characters or blanks around, line ends as the database keeps them; never null. */
    public static String text(String typed) {
        return typed == null ? "" : stripped(clean(typed).replace("\r", ""));
    }

    /** By hand: a pattern for the blanks at the end reads those in the middle once for each of them. */
    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char each) {
        return Character.isWhitespace(each) || Character.isSpaceChar(each);
    }

    /** @throws Refusal with this message when nothing was typed, or when it is too long */
    public static String required(String typed, int most, String message, String... fields) {
        String text = optional(typed, most);
        if (text == null) {
            throw new Refusal(message, fields);
        }
        return text;
    }

    /** Null when nothing was typed. @throws Refusal when it is too long */
    public static String optional(String typed, int most) {
        String text = text(typed);
        if (text.length() > most) {
            throw new Refusal("Ce texte compte " + French.number(text.length()) + " caractères ; la place est de "
                    + French.number(most) + ". Raccourcissez-le.");
        }
        return text.isEmpty() ? null : text;
    }

    /**
     * As forms send days and the engine reads them, ISO, or as people write it where no field of days helps, «
     * 24/11/2026 »; empty for what is none. A year too many digits long, which fields of days let people type, is
     * brought back to the last that a page can still refuse kindly: nobody counts school days until the year 20 262.
     */
    public static Optional<LocalDate> day(String typed) {
        String text = text(typed);
        return date(text, DateTimeFormatter.ISO_LOCAL_DATE).or(() -> date(text, WRITTEN));
    }

    private static Optional<LocalDate> date(String text, DateTimeFormatter form) {
        try {
            LocalDate day = LocalDate.parse(text, form);
            return Optional.of(day.isAfter(LAST) ? LAST : day.isBefore(FIRST) ? FIRST : day);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** A whole number, also as the engine writes it ("12.0"); empty for what is none. */
    public static Optional<Integer> number(String typed) {
        String text = text(typed);
        try {
            return text.length() > DIGITS ? Optional.empty() : Optional.of(new BigDecimal(text).intValueExact());
        } catch (ArithmeticException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /**
     * One that is needed, also where people group digits, « 1 000 ». Too large a one is the largest there is: what
     * bounds it says so.
     *
     * @param what names it in the refusal: "Le nombre de places"
     * @throws Refusal for that field where nothing was typed, or what is no whole number
     */
    public static int whole(String typed, String what, String field) {
        String text = text(typed).replaceAll("[\\s\\p{Z}]", "");
        if (text.matches("\\d+")) {
            return number(text).orElse(Integer.MAX_VALUE);
        }
        return number(text)
                .orElseThrow(() -> new Refusal(what + " s'écrit en chiffres, sans virgule, par exemple 20.", field));
    }

    /** The number of one of a list, which nobody types; null where none is chosen. */
    public static Long chosen(String sent, String message, String field) {
        Integer number = orNull(sent, Typed::number, message, field);
        return number == null ? null : Long.valueOf(number);
    }

    /** What was typed, as a refusal repeats it: between « », on one line, without what nobody sees, cut where long. */
    public static String quoted(String typed) {
        String text = Names.clean(text(typed));
        return "« "
                + (text.codePointCount(0, text.length()) > REPEATED
                        ? text.substring(0, text.offsetByCodePoints(0, REPEATED)) + "…"
                        : text)
                + " »";
    }

    /** The value of that name; empty where nothing was chosen, or what does not exist. */
    public static <E extends Enum<E>> Optional<E> code(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst();
    }

    public static boolean flag(String text) {
        return "true".equals(text);
    }

    /** Null where the field was left empty. @throws Refusal for that field, of anything else that is no day */
    public static LocalDate dateOrNull(String typed, String field) {
        return orNull(typed, Typed::day, NO_DAY, field);
    }

    /**
     * A day that is needed.
     *
     * @param missing what is said where nothing was typed; of what was typed and is no day, it is said that it is none
     * @throws Refusal for that field
     */
    public static LocalDate date(String typed, String missing, String field) {
        LocalDate day = dateOrNull(typed, field);
        if (day == null) {
            throw new Refusal(missing, field);
        }
        return day;
    }

    /** Null where the field was left empty. @throws Refusal for that field, of anything else that is no whole number */
    public static Integer numberOrNull(String typed, String field) {
        return orNull(typed, Typed::number, "Écrivez un nombre entier, en chiffres et sans virgule.", field);
    }

    private static <T> T orNull(String typed, Function<String, Optional<T>> read, String message, String field) {
        return text(typed).isEmpty() ? null : read.apply(typed).orElseThrow(() -> new Refusal(message, field));
    }
}
