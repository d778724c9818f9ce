package fr.forment.arrival;

/** Why an arrival is over. */
public enum ArrivalEnding {
    FORME("Parcours accompli"),
    ACCOMPAGNE("Accompagnement individuel"),
    DISPENSE("Dispense"),
    PARTI("Départ"),
    REMPLACEMENT_COURT("Remplacement de moins de trois semaines"),
    CHANGE_ECOLE("Changement d'affectation"),
    DOUBLON("Doublon"),
    ERREUR("Erreur");

    private final String label;

    ArrivalEnding(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The person is trained, in sessions or individually. */
    public boolean isTrained() {
        return this == FORME || this == ACCOMPAGNE;
    }
}
