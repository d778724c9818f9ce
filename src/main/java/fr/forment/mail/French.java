package fr.forment.mail;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Numbers with their words: French has the singular up to 1, 0 included. Templates say {@code #fr.count(n, 'école')}. */
public final class French {

    static final French WORDS = new French();

    private French() {
    }

    /** « 1 personne inscrite », « 3 personnes inscrites »: each word of the phrase agrees. */
    public static String count(long number, String singular) {
        return number + " " + word(number, singular);
    }

    /** The words alone, for a number that stands elsewhere. */
    public static String word(long number, String singular) {
        return Math.abs(number) < 2 ? singular : Arrays.stream(singular.split(" ")).map(French::plural).collect(Collectors.joining(" "));
    }

    private static String plural(String word) {
        if (word.endsWith("s") || word.endsWith("x") || word.endsWith("z")) {
            return word;
        }
        return word + (word.endsWith("eu") || word.endsWith("au") ? "x" : "s");
    }
}
