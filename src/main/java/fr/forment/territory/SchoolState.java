package fr.forment.territory;

/** Where a school stands in the national directory. Only an open school is surveyed and trained. */
public enum SchoolState {
    OUVERT("Ouverte"),
    A_FERMER("À fermer"),
    FERME("Fermée");

    private final String label;

    SchoolState(String label) {
        this.label = label;
    }

    /** French label for screens. */
    public String label() {
        return label;
    }
}
