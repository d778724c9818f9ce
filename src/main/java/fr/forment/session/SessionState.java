package fr.forment.session;

/** Where a session stands. */
public enum SessionState {
    PLANIFIEE("Planifiée"),
    /** Nobody can be convoked in time for the date it has: a person gives it one. */
    DATE_A_FIXER("Date à fixer"),
    OUVERTE("Inscriptions ouvertes"),
    CONFIRMEE("Confirmée"),
    CONVOQUEE("Participants convoqués"),
    EN_COURS("En cours"),
    A_EMARGER("Émargement attendu"),
    CLOTUREE("Clôturée"),
    ARCHIVEE("Archivée"),
    ANNULEE("Annulée"),
    NON_REALISEE("Non réalisée");

    private final String label;

    SessionState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Not begun and not cancelled: people may still come, leave or be told of a change. */
    public boolean isToCome() {
        return compareTo(EN_COURS) < 0;
    }

    /** Nothing of it can change any more. */
    public boolean isOver() {
        return compareTo(A_EMARGER) > 0;
    }

    /** It took place and its marks are recorded. */
    public boolean wasHeld() {
        return this == CLOTUREE || this == ARCHIVEE;
    }
}
