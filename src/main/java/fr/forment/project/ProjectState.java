package fr.forment.project;

/** The stages of an ENT project, in order; the last two are final. */
public enum ProjectState {
    CADRAGE("Cadrage"),
    BESOINS("Recueil des besoins"),
    PLAN("Plan de formation"),
    FORMATEURS("Formation des formateurs"),
    VAGUES("Vagues de déploiement"),
    BILAN("Bilan du projet"),
    CONTINU("Phase continue"),
    ABANDONNE("Abandonné");

    private final String label;

    ProjectState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Nothing more is decided: the project lives on by arrivals and updates, or was given up. */
    public boolean isFinal() {
        return this == CONTINU || this == ABANDONNE;
    }
}
