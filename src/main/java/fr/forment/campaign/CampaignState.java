package fr.forment.campaign;

/** The stages of a campaign, in order; an extension goes back from CLOSE to OUVERTE. */
public enum CampaignState {
    BROUILLON("En préparation"),
    PROGRAMMEE("Programmée"),
    OUVERTE("Ouverte"),
    CLOSE("Échéance passée"),
    DEPOUILLEE("Réponses traitées"),
    INTEGREE("Intégrée au plan"),
    ABANDONNEE("Abandonnée");

    private final String label;

    CampaignState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** No school is asked yet: the questions may still change. */
    public boolean isToCome() {
        return compareTo(OUVERTE) < 0;
    }

    /** Answers count until they are consolidated; after the deadline they are late. */
    public boolean takesAnswers() {
        return this == OUVERTE || this == CLOSE;
    }

    /** The grid may be computed and corrected: from the opening until the project takes it over. */
    public boolean hasGrid() {
        return takesAnswers() || this == DEPOUILLEE;
    }

    /** No answer changes the grid any more. */
    public boolean isSettled() {
        return this == DEPOUILLEE || this == INTEGREE;
    }
}
