package fr.forment.territory;

/** The levels a school teaches. */
public enum SchoolKind {
    MATERNELLE("Maternelle"),
    ELEMENTAIRE("Élémentaire"),
    PRIMAIRE("Primaire");

    private final String label;

    SchoolKind(String label) {
        this.label = label;
    }

    /** French label for screens. */
    public String label() {
        return label;
    }
}
