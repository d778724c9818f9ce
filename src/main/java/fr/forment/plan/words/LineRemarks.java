package fr.forment.plan.words;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that speaks of sessions by their number: « n° 12 : trop tôt », one a line. A sentence goes on in the next line
 * where that begins in small letters or is set in; every other line without a number is about the whole.
 *
 * @param general empty when nothing is said about the whole
 * @param lines number of the session to what is said of it, in order
 */
public record LineRemarks(String general, Map<Integer, String> lines) {

    /** « Session n° 12 – trop tôt », « n°12: trop tôt », « S12 : trop tôt ». */
    private static final Pattern NAMED = Pattern.compile(
            "^[\\s•*–-]*(?:(?:sessions?|lignes?|s)\\s*(?:n\\s*[°ºo.]|num[ée]ro)?|n\\s*[°ºo.]|num[ée]ro)\\s*(\\d{1,4})\\s*[:–-]\\s*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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
        StringBuilder current = general;
        for (String line : typed.split("\\R")) {
            if (current != general
                    && current.length() > 0
                    && !GOES_ON.matcher(line).matches()) {
                current = general;
            }
            Matcher named = NAMED.matcher(line);
            Matcher about = named.matches() ? named : BARE.matcher(line);
            String said = line.strip();
            if (about.matches()) {
                int number = Integer.parseInt(about.group(1));
                if (!known.contains(number)) {
                    throw new Refusal(
                            Typed.quoted(line) + " : ce plan n'a pas de session n° " + number + ". "
                                    + French.capital(numbers(known)) + ".",
                            field);
                }
                current = lines.computeIfAbsent(number, none -> new StringBuilder());
                said = about.group(2).strip();
            }
            if (!said.isEmpty()) {
                current.append(current.isEmpty() ? "" : "\n").append(said);
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

    /** « les sessions vont du n° 1 au n° 36, sans les n° 4 et 7 ». */
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
        return "les sessions vont du n° " + all.first() + " au n° " + all.last()
                + (gone.isEmpty() ? "" : ", sans " + (gone.size() == 1 ? "le n° " : "les n° ") + without);
    }
}
