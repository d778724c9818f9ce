package fr.forment.mail;

import fr.forment.database.Slice;
import fr.forment.french.French;

/**
 * What the desk can be asked to show, in the order in which it should be looked at. Conditions over a mail, with the
 * moments of {@link MailDesk}.
 */
public enum DeskFilter {
    A_REGARDER("à regarder", "à regarder", null),
    UNKNOWN("incertain", "incertains", "state = 'UNKNOWN'"),
    FAILED("refusé", "refusés", "state = 'FAILED'"),
    MISSED("non envoyé, trop tard", "non envoyés, trop tard", "state = 'MISSED'"),
    UNREACHABLE("non envoyé, personne injoignable", "non envoyés, personne injoignable", "state = 'UNREACHABLE'"),
    LATE("à envoyer, en retard", "à envoyer, en retard", "state = 'QUEUED' AND (not_before < :late OR attempts >= 3)"),
    HELD_LONG("gardé depuis trop longtemps", "gardés depuis trop longtemps", "state = 'HELD' AND chase_at < :now"),
    QUEUED("à envoyer", "à envoyer", "state IN ('QUEUED', 'CLAIMED', 'HANDED')"),
    HELD("gardé", "gardés", "state = 'HELD'"),
    SENT("envoyé", "envoyés", "state = 'SENT'"),
    DEPOSITED("déposé ici", "déposés ici", "state = 'DEPOSITED'"),
    DROPPED("écarté", "écartés", "state = 'DROPPED'"),
    TOUS("en tout", "en tout", "TRUE");

    /** The states come first: few mails are in them, and an index knows which. */
    static final String TROUBLED =
            "(state IN ('UNKNOWN', 'FAILED', 'MISSED', 'UNREACHABLE', 'QUEUED', 'HELD') AND (state IN ('UNKNOWN', 'FAILED', 'MISSED', 'UNREACHABLE') OR "
                    + LATE.condition + " OR " + HELD_LONG.condition + "))";

    private final String one;
    private final String many;
    private final String condition;

    DeskFilter(String one, String many, String condition) {
        this.one = one;
        this.many = many;
        this.condition = condition;
    }

    /** « 9 incertains », « plus de 10 000 envoyés ». */
    public String told(long number) {
        return number > Slice.FAR
                ? "plus de " + French.number(Slice.FAR) + " " + many
                : French.number(number) + " " + (number < 2 ? one : many);
    }

    public String label() {
        return many;
    }

    /** Somebody should look at it. */
    public boolean isTrouble() {
        return ordinal() > A_REGARDER.ordinal() && ordinal() <= HELD_LONG.ordinal();
    }

    /** One of those that share out all mails among them: the others are part of these, or all of them. */
    boolean isOfAState() {
        return this != A_REGARDER && this != LATE && this != HELD_LONG && this != TOUS;
    }

    String condition() {
        return this == A_REGARDER ? TROUBLED : "(" + condition + ")";
    }
}
