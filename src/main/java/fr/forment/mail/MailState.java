package fr.forment.mail;

/** Where a mail stands; the label is what people see. */
public enum MailState {

    QUEUED("à envoyer"),
    CLAIMED("pris en charge"),
    /** Given to the SMTP server, its answer not yet written. */
    HANDED("remis au serveur"),
    SENT("envoyé"),
    /** No SMTP settings: readable in the application. */
    DEPOSITED("déposé ici (aucun serveur de courriel)"),
    /** The application stopped between handing over and the answer: a person decides, it is never sent again blindly. */
    UNKNOWN("envoi incertain"),
    FAILED("refusé"),
    /** Its useful time passed before it could leave. */
    MISSED("non envoyé, trop tard");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
