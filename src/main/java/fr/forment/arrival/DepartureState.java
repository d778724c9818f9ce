package fr.forment.arrival;

/** Where a departure stands. */
public enum DepartureState {
    ABSENT_DU_FICHIER("Ne figure plus sur la liste"),
    EN_CONGE("En congé"),
    ANNONCE("Départ annoncé"),
    PARTI("Départ effectif"),
    MUTE("Changement d'école"),
    REVENU("De nouveau sur la liste");

    private final String label;

    DepartureState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Nothing more is to be decided or done. */
    public boolean isOver() {
        return this == PARTI || this == MUTE || this == REVENU;
    }
}
