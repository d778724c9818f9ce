package fr.forment.catalogue;

/** The sections of the fiche's table, in its order. */
public enum Rubric {
    PRESENTATION("Présentation, sensibilisation"),
    PEDAGOGIE("Usage pédagogique"),
    COMMUNICATION("Usage communication"),
    ADMINISTRATIF("Usage administratif"),
    MISE_A_JOUR("Mise à jour de l'ENT");

    private final String label;

    Rubric(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
