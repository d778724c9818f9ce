package fr.forment.mail;

/** What the desk can be asked to show, in the order in which it should be looked at. Conditions over a mail, with the moments of {@link MailDesk}. */
public enum DeskFilter {

    A_REGARDER("à regarder", null),
    UNKNOWN("incertains", "state = 'UNKNOWN'"),
    FAILED("refusés", "state = 'FAILED'"),
    MISSED("non envoyés, trop tard", "state = 'MISSED'"),
    UNREACHABLE("non envoyés, personne injoignable", "state = 'UNREACHABLE'"),
    LATE("à envoyer, en retard", "state = 'QUEUED' AND (not_before < :late OR attempts >= 3)"),
    HELD_LONG("gardés depuis trop longtemps", "state = 'HELD' AND chase_at < :now"),
    QUEUED("à envoyer", "state IN ('QUEUED', 'CLAIMED', 'HANDED')"),
    HELD("gardés", "state = 'HELD'"),
    SENT("envoyés", "state = 'SENT'"),
    DEPOSITED("déposés ici", "state = 'DEPOSITED'"),
    DROPPED("écartés", "state = 'DROPPED'"),
    TOUS("tous", "TRUE");

    static final String TROUBLED = "(state IN ('UNKNOWN', 'FAILED', 'MISSED', 'UNREACHABLE') OR " + LATE.condition + " OR " + HELD_LONG.condition + ")";

    private final String label;
    private final String condition;

    DeskFilter(String label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    /** After a number: « 9 incertains ». */
    public String label() {
        return label;
    }

    /** Somebody should look at it. */
    public boolean isTrouble() {
        return ordinal() > A_REGARDER.ordinal() && ordinal() <= HELD_LONG.ordinal();
    }

    String condition() {
        return this == A_REGARDER ? TROUBLED : "(" + condition + ")";
    }
}
