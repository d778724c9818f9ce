package fr.forment.project;

/** Where a school stands in its vague. */
public enum PlaceState {
    CANDIDATE("Candidate"),
    ENGAGEE("Entrée confirmée"),
    FORMEE("Prête à ouvrir l'ENT"),
    DEROGATION("Ouverture par dérogation"),
    EN_SERVICE("ENT ouvert"),
    REPORTEE("Reportée à la vague suivante"),
    RETIREE("Sortie du projet");

    private final String label;

    PlaceState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** It may still be given to another vague that has not begun: nobody has looked at its gate. */
    public boolean isMovable() {
        return this == CANDIDATE || this == ENGAGEE;
    }

    /** Nothing more is expected of the school in this vague. */
    public boolean isSettled() {
        return this == EN_SERVICE || this == REPORTEE || this == RETIREE;
    }

    /** The school has left this vague. */
    public boolean isGone() {
        return this == REPORTEE || this == RETIREE;
    }
}
