package fr.forment.project;

/** The stages of a vague, in order; suspended when the project stops before it. */
public enum VagueState {
    PREPARATION("En préparation"),
    FORMATEURS_EN_FORMATION("Formateurs à former"),
    FORMATEURS_PRETS("Formateurs prêts"),
    ECOLES_ENGAGEES("Écoles sollicitées"),
    FORMATION("Formation des écoles"),
    PRETE("Formations terminées"),
    STABILISATION("Accompagnement, puis bilan"),
    CLOSE("Close"),
    SUSPENDUE("Suspendue");

    private final String label;

    VagueState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The collectivité is not asked for accounts and network yet: it is, once the trainers are ready. */
    public boolean isBeforeAccounts() {
        return this == PREPARATION || this == FORMATEURS_EN_FORMATION;
    }

    public boolean isOver() {
        return this == CLOSE || this == SUSPENDUE;
    }
}
