package fr.forment.project.blocked;

/** Who answers for a delay before the others: technical matters and usages have different masters (fiche). */
public enum Body {
    COLLECTIVITE("Collectivité (porteur de projet)"),
    FOURNISSEUR("Fournisseur de l'ENT"),
    EDUCATION_NATIONALE("Éducation nationale");

    private final String label;

    Body(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
