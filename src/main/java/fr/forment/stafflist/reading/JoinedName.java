package fr.forment.stafflist.reading;

import fr.forment.french.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Family name and first name that stand in one cell. Empty where it is anybody's guess where the one ends. */
record JoinedName(String lastName, String firstName) {

    private static final Set<String> TITLES = Set.of("m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle");
    /** Words that begin a family name and never end it. */
    private static final Set<String> PARTICLES = Set.of(
            "le", "la", "les", "l", "de", "du", "des", "d", "da", "dos", "di", "van", "von", "der", "den", "ben", "bel",
            "el", "al", "ait", "mac", "mc", "saint", "sainte", "st", "ste");

    /**
     * "LE GALL Hélène" and "Hélène LE GALL" say it by their capitals, "Le Gall, Hélène" by its comma; otherwise the
     * order of the column does, as long as there are two words, besides the particles of the family name.
     */
    static Optional<JoinedName> split(String cell, boolean lastNameFirst) {
        int comma = cell.indexOf(',');
        if (comma >= 0 && comma == cell.lastIndexOf(',')) {
            return of(words(cell.substring(0, comma)), words(cell.substring(comma + 1)));
        }
        List<String> words = words(cell);
        int capitals = 0;
        while (capitals < words.size() && isCapitals(words.get(capitals))) {
            capitals++;
        }
        long all = words.stream().filter(JoinedName::isCapitals).count();
        if (capitals > 0 && all == capitals && capitals < words.size()) {
            return of(words.subList(0, capitals), words.subList(capitals, words.size()));
        }
        int small = words.size() - (int) all;
        if (capitals == 0
                && all > 0
                && words.subList(small, words.size()).stream().allMatch(JoinedName::isCapitals)) {
            return of(words.subList(small, words.size()), words.subList(0, small));
        }
        return all == 0 || all == words.size() ? inOrder(words, lastNameFirst) : Optional.empty();
    }

    private static Optional<JoinedName> inOrder(List<String> words, boolean lastNameFirst) {
        int start = lastNameFirst ? 0 : 1;
        int end = start;
        while (end < words.size() && PARTICLES.contains(Names.fold(words.get(end)))) {
            end++;
        }
        boolean plain = words.size() - (end - start) == 2;
        if (!plain) {
            return Optional.empty();
        }
        return lastNameFirst
                ? of(words.subList(0, end + 1), words.subList(end + 1, words.size()))
                : of(words.subList(1, words.size()), words.subList(0, 1));
    }

    private static Optional<JoinedName> of(List<String> last, List<String> first) {
        return last.isEmpty() || first.isEmpty()
                ? Optional.empty()
                : Optional.of(new JoinedName(String.join(" ", last), String.join(" ", first)));
    }

    /** Without "Mme" before. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(Names.clean(text).split(" ")));
        words.removeIf(String::isEmpty);
        if (words.size() > 1 && TITLES.contains(Names.fold(words.get(0)))) {
            words.remove(0);
        }
        return words;
    }

    /** Two letters at least: an initial is no family name. */
    private static boolean isCapitals(String word) {
        long letters = word.chars().filter(Character::isLetter).count();
        return letters > 1 && word.chars().filter(Character::isLetter).allMatch(Character::isUpperCase);
    }
}
