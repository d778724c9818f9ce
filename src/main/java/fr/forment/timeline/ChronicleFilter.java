package fr.forment.timeline;

import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import java.time.LocalDate;

/**
 * What of a timeline is looked for; nothing given means all.
 *
 * @param to the last day, itself counted
 */
public record ChronicleFilter(ChronicleKind kind, LocalDate from, LocalDate to, String words) {

    /** Looked for, so nothing longer makes sense. */
    private static final int MOST = 100;

    /** @throws Refusal where a day cannot be read */
    public static ChronicleFilter of(String nature, String du, String au, String mots) {
        return new ChronicleFilter(
                Typed.code(ChronicleKind.class, Typed.text(nature)).orElse(null),
                day(du, "Du"),
                day(au, "Au"),
                words(mots));
    }

    /** The same without what could not be read: the page still shows something. */
    public static ChronicleFilter lenient(String nature, String mots) {
        return new ChronicleFilter(
                Typed.code(ChronicleKind.class, Typed.text(nature)).orElse(null), null, null, words(mots));
    }

    boolean hasWords() {
        return !words.isEmpty();
    }

    private static String words(String mots) {
        String text = Typed.text(mots);
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }

    private static LocalDate day(String typed, String field) {
        return Typed.text(typed).isEmpty()
                ? null
                : Typed.day(typed)
                        .orElseThrow(() -> new Refusal(
                                "« " + field + " » : cette date ne peut pas être lue. Écrivez-la ainsi : 24/11/2026."));
    }
}
