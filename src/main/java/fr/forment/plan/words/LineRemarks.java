package fr.forment.plan.words;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text that speaks of sessions by their line in the plan: « ligne 12 : trop tôt », « n° 5, 6 et 7 : trop loin », «
 * n°14 trop tôt », a line for one or several. A sentence goes on in the next line where that begins in small letters or
 * is set in; every other line without a number is about the whole.
 *
 * @param general empty when nothing is said about the whole
 * @param lines number of the session to what is said of it, in order
 */
public record LineRemarks(String general, Map<Integer, String> lines) {

    private static final String SIGN = "(?:n\\s*[°ºo.]|num[ée]ros?)";
    private static final String NUMBER = "\\d{1,4}(?![\\dh])";

    /** « 5 », « 5, 6 et 7 », « 5 à 7 », « 5 et n° 6 »; « 5-7 » too, but not « 5 – 7 h ». */
    private static final String LIST = "(" + NUMBER
            + "(?:(?:\\s*[,;/&]\\s*(?:et\\s+)?|\\s+et\\s+|\\s+(?:à|au)\\s+|-(?=\\d+\\s*:))" + "(?:(?:sessions?\\s*)?"
            + SIGN + "\\s*)?" + NUMBER + "(?!:\\d|\\s+(?:h|heures?|fois|personnes?|jours?|semaines?)\\b))*+)";

    /** « Session n° 12 – trop tôt », « n°12: trop tôt », « S12 : trop tôt », « n° 5, 6 et 7 : trop tôt ». */
    private static final Pattern NAMED = Pattern.compile(
            "^[\\s•*–-]*(?:les\\s+|la\\s+)?(?:(?:sessions?|lignes?|s)\\s*" + SIGN + "?|" + SIGN + ")\\s*" + LIST
                    + "\\s*[:–-]\\s*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** « n°14 deux réunions le même jour », « ligne 14 trop tôt »: the sign, or the word, stands for the colon. */
    private static final Pattern PLAIN = Pattern.compile(
            "^[\\s•*–-]*(?:(?:(?:les\\s+|la\\s+)?(?:sessions?|lignes?)\\s*)?" + SIGN
                    + "|(?:les\\s+|la\\s+)?lignes?)\\s*" + LIST + "(?:[\\s,;.]+(.*))?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:\\s+(?:à|au)\\s+|-)\\D*(\\d+)|(\\d+)");

    private static final Pattern GOES_ON = Pattern.compile("^(?:[\\s•*–-]+\\S|\\p{Ll}).*$");

    /** « 12 : trop tôt », but neither « 14:30 » nor « 9 – 12 h ». */
    private static final Pattern BARE = Pattern.compile("^[\\s•*–-]*(\\d{1,3})\\s*:\\s+(.*)$");

    /**
     * @param known numbers of the sessions of the version
     * @param field of the form, which a refusal leads to
     * @throws Refusal for a number that is not among them, with those that are
     */
    public static LineRemarks read(String typed, Collection<Integer> known, String field) {
        StringBuilder general = new StringBuilder();
        Map<Integer, StringBuilder> lines = new TreeMap<>();
        List<StringBuilder> current = List.of(general);
        for (String line : typed.split("\\R")) {
            if (!current.contains(general)
                    && !current.get(0).isEmpty()
                    && !GOES_ON.matcher(line).matches()) {
                current = List.of(general);
            }
            Matcher about = about(line);
            String said = line.strip();
            if (about.matches()) {
                current = named(about.group(1), line, known, field).stream()
                        .map(number -> lines.computeIfAbsent(number, none -> new StringBuilder()))
                        .toList();
                said = about.group(2) == null ? "" : about.group(2).strip();
            }
            if (!said.isEmpty()) {
                for (StringBuilder text : current) {
                    text.append(text.isEmpty() ? "" : "\n").append(said);
                }
            }
        }
        Map<Integer, String> read = new TreeMap<>();
        lines.forEach((number, said) -> {
            if (!said.isEmpty()) {
                read.put(number, said.toString());
            }
        });
        return new LineRemarks(general.toString(), read);
    }

    private static Matcher about(String line) {
        return Stream.of(NAMED, PLAIN)
                .map(pattern -> pattern.matcher(line))
                .filter(Matcher::matches)
                .findFirst()
                .orElseGet(() -> BARE.matcher(line));
    }

    /** Each of a list; of a range both ends, and what there is in between. */
    private static Set<Integer> named(String list, String line, Collection<Integer> known, String field) {
        Set<Integer> named = new TreeSet<>();
        Matcher each = RANGE.matcher(list);
        while (each.find()) {
            int first = known(each.group(1) == null ? each.group(3) : each.group(1), line, known, field);
            int last = each.group(2) == null ? first : known(each.group(2), line, known, field);
            known.stream()
                    .filter(number -> number >= Math.min(first, last) && number <= Math.max(first, last))
                    .forEach(named::add);
        }
        return named;
    }

    private static int known(String typed, String line, Collection<Integer> known, String field) {
        int number = Integer.parseInt(typed);
        if (!known.contains(number)) {
            throw new Refusal(
                    Typed.quoted(line) + " : ce plan n'a pas de ligne " + number + ". " + French.capital(numbers(known))
                            + ".",
                    field);
        }
        return number;
    }

    /** « ses lignes vont de 1 à 36, sans les lignes 4 et 7 ». */
    private static String numbers(Collection<Integer> known) {
        var all = new TreeSet<>(known);
        if (all.isEmpty()) {
            return "il n'a aucune session";
        }
        var gone = new TreeSet<Integer>();
        for (int number = all.first(); number < all.last(); number++) {
            if (!all.contains(number)) {
                gone.add(number);
            }
        }
        String without = gone.toString().replaceAll("[\\[\\]]", "");
        return "ses lignes vont de " + all.first() + " à " + all.last()
                + (gone.isEmpty() ? "" : ", sans " + (gone.size() == 1 ? "la ligne " : "les lignes ") + without);
    }
}
