package fr.forment.territory;

/** The school week: with four days and a half, Wednesday morning is taught. Not in the directory: people tell it. */
public enum SchoolRhythm {
    QUATRE_JOURS("4 jours"),
    QUATRE_JOURS_ET_DEMI("4,5 jours"),
    INCONNU("Non renseigné");

    private final String label;

    SchoolRhythm(String label) {
        this.label = label;
    }

    /** French label for screens. */
    public String label() {
        return label;
    }
}
