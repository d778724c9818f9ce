package fr.forment.stafflist;

/** Where a deposited staff file stands. */
public enum IntakeState {
    DEPOSE("déposé"),
    A_FAIRE_CORRESPONDRE("colonnes à faire correspondre"),
    EN_ANALYSE("en cours d'analyse"),
    A_VERIFIER("à vérifier"),
    /** Would change so many people that it waits for a second, motivated word. */
    RETENU("en attente : beaucoup de changements"),
    EN_ECRITURE("en cours d'enregistrement"),
    ENREGISTRE("enregistré"),
    ANNULE("annulé"),
    ABANDONNE("abandonné");

    private final String label;

    IntakeState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Works in the background. */
    public boolean isBusy() {
        return this == EN_ANALYSE || this == EN_ECRITURE;
    }

    /** Over, or undone, or dropped: its lines are no longer kept. */
    public boolean isOver() {
        return this == ENREGISTRE || this == ANNULE || this == ABANDONNE;
    }
}
