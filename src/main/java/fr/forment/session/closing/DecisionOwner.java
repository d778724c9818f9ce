package fr.forment.session.closing;

/** Who sees to what the bilan of a session decides: a function, so that no name stands in it. */
public enum DecisionOwner {
    FORMATEUR("La personne qui a formé"),
    ERUN("L'E-RUN"),
    CPC("Les CPC"),
    IEN("L'IEN"),
    DIRECTION("La direction de l'école"),
    COLLECTIVITE("La collectivité"),
    FOURNISSEUR("Le fournisseur de l'ENT");

    private final String label;

    DecisionOwner(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
