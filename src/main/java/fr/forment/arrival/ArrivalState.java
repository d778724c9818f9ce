package fr.forment.arrival;

/** Where an arrival stands. */
public enum ArrivalState {
    DETECTE("À confirmer"),
    CONFIRME("Confirmée"),
    DOUBLON("Doublon"),
    FAUX_POSITIF("Erreur"),
    PARCOURS_AFFECTE("Parcours choisi"),
    INSCRIT("Sessions réservées"),
    ESCALADE_IEN("Échéance dépassée : décision de l'IEN attendue"),
    FORME("Parcours accompli"),
    CLOS("Close");

    private final String label;

    ArrivalState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** A path is given and not yet accomplished. */
    public boolean isUnderWay() {
        return this == PARCOURS_AFFECTE || this == INSCRIT || this == ESCALADE_IEN;
    }
}
