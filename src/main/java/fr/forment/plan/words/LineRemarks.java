package fr.forment.plan.words;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that speaks of sessions by their line in the plan: « ligne 12 : trop tôt », « n° 5, 6 et 7 : trop loin », «
 * n°14 trop tôt », a line for one or several. A sentence goes on in the next line where that begins in small letters or
 * is set in; every other line without a number is about the whole.
 *
 * @param general empty when nothing is said about the whole
 * @param lines number of the session to what is said of it, in order
 */
public record LineRemarks(String general, Map<Integer, String> lines) {

    private static final Pattern GOES_ON = Pattern.compile("^(?:[\\s•*–-]+\\S|\\p{Ll}).*$");

    /** What is said of one line may end where another is named: « n° 12 trop tôt, n° 14 trop tard ». */
    private static final Pattern NEXT = Pattern.compile("[,;.]\\s++");

    /**
     * @param known numbers of the sessions of the version
     * @param field of the form, which a refusal leads to
     * @throws Refusal for a number that is not among them, with those that are
     */
    public static LineRemarks read(String typed, Collection<Integer> known, String field) {
        StringBuilder general = new StringBuilder();
        Map<Integer, StringBuilder> lines = new TreeMap<>();
        Said current = new Said(null, List.of(general));
        for (String line : typed.split("\\R")) {
            String plain = LineNames.plain(line);
            Optional<LineNames.Named> about = LineNames.at(plain, 0);
            if (about.isEmpty()) {
                if (current.isDone() && !GOES_ON.matcher(plain).matches()) {
                    current = new Said(null, List.of(general));
                }
                current.add(line.strip());
            }
            for (int from = 0; about.isPresent(); ) {
                current.endsIn(general);
                current = new Said(
                        line.substring(from).strip(),
                        named(about.get().spans(), line, known, field).stream()
                                .map(number -> lines.computeIfAbsent(number, none -> new StringBuilder()))
                                .toList());
                int said = about.get().after();
                from = line.length();
                about = Optional.empty();
                Matcher end = NEXT.matcher(plain).region(said, plain.length());
                while (about.isEmpty() && end.find()) {
                    about = LineNames.withItsWord(plain, end.end());
                    from = about.isPresent() ? end.end() : from;
                }
                current.add((about.isPresent() ? line.substring(said, end.start()) : line.substring(said)).strip());
            }
        }
        current.endsIn(general);
        Map<Integer, String> read = new TreeMap<>();
        lines.forEach((number, said) -> {
            if (!said.isEmpty()) {
                read.put(number, said.toString());
            }
        });
        return new LineRemarks(general.toString(), read);
    }

    /** What is being said, and of what. */
    private static final class Said {

        private final String heading;
        private final List<StringBuilder> about;
        private boolean begun;

        /** @param heading as typed; null for what is about the whole */
        Said(String heading, List<StringBuilder> about) {
            this.heading = heading;
            this.about = about;
        }

        void add(String said) {
            if (!said.isEmpty()) {
                about.forEach(text -> text.append(text.isEmpty() ? "" : "\n").append(said));
                begun = true;
            }
        }

        boolean isDone() {
            return heading != null && begun;
        }

        /** Who named a line and said nothing of it is read all the same. */
        void endsIn(StringBuilder general) {
            if (heading != null && !begun) {
                general.append(general.isEmpty() ? "" : "\n").append(heading);
            }
        }
    }

    /** Each of a list; of a range both ends, and what there is in between. */
    private static Set<Integer> named(
            List<LineNames.Span> spans, String line, Collection<Integer> known, String field) {
        Set<Integer> named = new TreeSet<>();
        for (LineNames.Span span : spans) {
            int first = known(span.from(), line, known, field);
            int last = known(span.to(), line, known, field);
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
        return "ses lignes vont de " + all.first() + " à " + all.last()
                + (gone.isEmpty() ? "" : ", sans " + (gone.size() == 1 ? "la " : "les ") + French.lines(gone));
    }
}
