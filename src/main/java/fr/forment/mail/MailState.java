package fr.forment.mail;

import java.util.EnumSet;
import java.util.Set;

/** Where a mail stands; the label is what people see. */
public enum MailState {

    /** A person looks at it before it leaves: a draft, or one taken out of the queue. */
    HELD("gardé"),
    QUEUED("à envoyer"),
    CLAIMED("pris en charge"),
    /** Given to the SMTP server, its answer not yet written. */
    HANDED("transmis"),
    SENT("envoyé"),
    /** No SMTP settings: readable in the application. */
    DEPOSITED("déposé ici (aucun serveur de courriel)"),
    /**
     * The application stopped between handing over and the answer: a person decides, it is never sent again blindly.
     */
    UNKNOWN("envoi incertain"),
    FAILED("refusé"),
    /** Its useful time passed before it could leave. */
    MISSED("non envoyé, trop tard"),
    /** Whom it was for has left, or has no address any more. */
    UNREACHABLE("non envoyé, personne injoignable"),
    /** A person, or what undid its reason, decided that it does not leave. */
    DROPPED("écarté");

    /** Ended without arriving, or nobody knows: somebody should look. */
    public static final Set<MailState> TROUBLED = EnumSet.of(FAILED, UNKNOWN, MISSED, UNREACHABLE);

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** It arrived, or may have. */
    boolean hasLeft() {
        return this == HANDED || this == SENT || this == DEPOSITED || this == UNKNOWN;
    }

    /** May be put back into the queue by a person. */
    public boolean isSentAgain() {
        return TROUBLED.contains(this) || this == DROPPED;
    }

    public boolean isTroubled() {
        return TROUBLED.contains(this);
    }

    public boolean isHeld() {
        return this == HELD;
    }

    public boolean isWaiting() {
        return this == QUEUED;
    }
}
