package fr.forment.territory;

/** The files an administrator may bring. */
public enum ImportKind {
    ANNUAIRE("Annuaire de l’éducation"),
    EFFECTIFS("Effectifs et nombre de classes par école"),
    CALENDRIER("Calendrier scolaire");

    private final String label;

    ImportKind(String label) {
        this.label = label;
    }

    /** French label for screens. */
    public String label() {
        return label;
    }
}
