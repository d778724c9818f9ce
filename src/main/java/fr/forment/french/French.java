package fr.forment.french;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;

/**
 * Days, hours, numbers and their words as the French write them. Templates say {@code #fr.day(x)}, {@code #fr.count(n,
 * 'école')}. A moment on the time line is told by the clock of who reads; one that carries its own zone keeps it.
 * Nothing is said of what is not there.
 */
public final class French {

    static final French WORDS = new French();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRANCE);
    private static final DateTimeFormatter NUMERIC = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRANCE);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("dd/MM", Locale.FRANCE);
    private static final DateTimeFormatter FIELD_OF_TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter FIELD_OF_MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private French() {}

    /** « mardi 1er septembre 2026 ». */
    public static String day(TemporalAccessor when) {
        return when == null
                ? ""
                : LocalDate.from(local(when)).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.FRANCE) + " "
                        + date(when);
    }

    /** « 1er septembre 2026 »: where the day of the week helps nobody. */
    public static String date(TemporalAccessor when) {
        if (when == null) {
            return "";
        }
        LocalDate day = LocalDate.from(local(when));
        return (day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth())) + " "
                + MONTH_AND_YEAR.format(day);
    }

    /** « 01/09/2026 »: in tables and exports. */
    public static String numeric(TemporalAccessor when) {
        return when == null ? "" : NUMERIC.format(local(when));
    }

    /** « mar. 01/09 »: in the subject of a mail. */
    public static String brief(TemporalAccessor when) {
        return when == null ? "" : weekday(when) + " " + DAY_AND_MONTH.format(local(when));
    }

    /** « mar. » */
    public static String weekday(TemporalAccessor when) {
        return DayOfWeek.from(local(when)).getDisplayName(TextStyle.SHORT, Locale.FRANCE);
    }

    /** « mardi 1er septembre 2026 à 9 h 05 ». */
    public static String moment(TemporalAccessor when) {
        return when == null ? "" : day(when) + " à " + time(when);
    }

    /** « 01/09/2026 à 9 h 05 »: what a history says. */
    public static String stamp(TemporalAccessor when) {
        return when == null ? "" : numeric(when) + " à " + time(when);
    }

    /** « au plus tard le mardi 1er septembre 2026 à 18 h »; without an hour for a day. */
    public static String due(TemporalAccessor when) {
        return when == null ? "" : "au plus tard le " + (when instanceof LocalDate ? day(when) : moment(when));
    }

    /** « 13 h 30 », « 9 h 05 », « 14 h ». */
    public static String time(TemporalAccessor when) {
        if (when == null) {
            return "";
        }
        LocalTime time = LocalTime.from(local(when));
        return time.getHour() + " h" + (time.getMinute() == 0 ? "" : " %02d".formatted(time.getMinute()));
    }

    /** « de 14 h à 17 h ». */
    public static String hours(TemporalAccessor from, TemporalAccessor to) {
        return "de " + time(from) + " à " + time(to);
    }

    /** « 1 h 30 », « 45 min », « 3 h ». */
    public static String duration(long minutes) {
        long rest = Math.abs(minutes) % 60;
        String whole = Math.abs(minutes) / 60 + " h";
        return (minutes < 0 ? "−" : "")
                + (rest == 0 ? whole : Math.abs(minutes) < 60 ? rest + " min" : whole + " %02d".formatted(rest));
    }

    /** What a field of a page wants to be filled with: « 2026-09-01T09:05 », « 09:05 ». */
    public static String field(TemporalAccessor when) {
        return when instanceof LocalTime ? FIELD_OF_TIME.format(when) : FIELD_OF_MOMENT.format(local(when));
    }

    /** « 194,3 », « 3,0 »: one digit after the comma, halves up, on pages as on papers and in files. */
    public static String tenth(double number) {
        return String.format(Locale.FRENCH, "%.1f", number);
    }

    /** « 4 000 », « 3,2 », « 30 »: at most one digit after the comma. */
    public static String number(Number number) {
        BigDecimal rounded = new BigDecimal(number.toString())
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return String.format(Locale.ROOT, rounded.scale() > 0 ? "%,.1f" : "%,.0f", rounded)
                .replace(',', ' ')
                .replace('.', ',');
    }

    /**
     * « 1 personne inscrite », « 3 personnes inscrites », « 0 école »: each word of the phrase agrees, the singular
     * holds up to 1.
     */
    public static String count(long number, String singular) {
        return count(number, singular, null);
    }

    /** For phrases of which not every word agrees: « personne à appeler », « personnes à appeler ». */
    public static String count(long number, String one, String many) {
        return number(number) + " " + word(number, one, many);
    }

    /** The words alone, for a number that stands elsewhere. */
    public static String word(long number, String singular) {
        return word(number, singular, null);
    }

    /** The words alone, each form given. */
    public static String word(long number, String one, String many) {
        if (Math.abs(number) < 2) {
            return one;
        }
        return many != null
                ? many
                : Arrays.stream(one.split(" ")).map(French::plural).collect(Collectors.joining(" "));
    }

    /** « 3, 5 à 9 et 12 »: each once, in order; three and more in a row by their ends. */
    public static String numbers(Collection<Integer> some) {
        List<String> told = new ArrayList<>();
        NavigableSet<Integer> left = new TreeSet<>(some);
        while (!left.isEmpty()) {
            int first = left.pollFirst();
            int last = first;
            while (left.contains(last + 1)) {
                last++;
            }
            if (last - first < 2) {
                told.add(String.valueOf(first));
            } else {
                told.add(first + " à " + last);
                left = left.tailSet(last, false);
            }
        }
        return told.size() < 2
                ? String.join("", told)
                : String.join(", ", told.subList(0, told.size() - 1)) + " et " + told.get(told.size() - 1);
    }

    /** « ligne 5 », « lignes 3, 5 à 9 et 12 »: of a plan. */
    public static String lines(Collection<Integer> some) {
        return word(Set.copyOf(some).size(), "ligne") + " " + numbers(some);
    }

    /** « la session de la ligne 5 », « les sessions des lignes 5 à 9 »: of a plan. */
    public static String sessions(Collection<Integer> lines) {
        return word(Set.copyOf(lines).size(), "la session de la ", "les sessions des ") + lines(lines);
    }

    /**
     * The text with the spaces and apostrophes of print, for what the page leaves as it is: a letter as it will leave.
     */
    public static String typeset(String text) {
        return Typography.text(text);
    }

    /**
     * « de Rennes », « d'Arcueil », « d'Élise », « d'Yvetot ». Whether an h is mute no rule tells: « de » stands before
     * it.
     */
    public static String of(String name) {
        return (Names.fold(name).matches("[aeiou].*|y[^aeiouy].*") ? "d'" : "de ") + name;
    }

    /** « École primaire les Colibris ». */
    public static String capital(String text) {
        return text == null || text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.FRANCE) + text.substring(1);
    }

    /**
     * A label within a sentence: « soumis à l'IEN » for « Soumis à l'IEN », « E-RUN » as it is: initials keep their
     * capitals.
     */
    public static String inSentence(String label) {
        boolean isWord = label != null
                && (label.length() == 1
                        || label.length() > 1 && !label.substring(1, 2).matches("[\\p{Lu}\\d-]"));
        return isWord ? label.substring(0, 1).toLowerCase(Locale.FRANCE) + label.substring(1) : label;
    }

    private static String plural(String word) {
        if (word.endsWith("s") || word.endsWith("x") || word.endsWith("z")) {
            return word;
        }
        return word + (word.endsWith("eu") || word.endsWith("au") ? "x" : "s");
    }

    /** Of who reads, as the request says it; metropolitan time where nobody does. */
    private static ZoneId clock() {
        return LocaleContextHolder.getLocaleContext() instanceof TimeZoneAwareLocaleContext reader
                        && reader.getTimeZone() != null
                ? reader.getTimeZone().toZoneId()
                : PARIS;
    }

    private static TemporalAccessor local(TemporalAccessor when) {
        if (when instanceof Instant instant) {
            return instant.atZone(clock());
        }
        return when instanceof OffsetDateTime moment ? moment.atZoneSameInstant(clock()) : when;
    }
}
