package fr.forment.project;

/** What the IEN decides on the bilan of a vague. */
public enum VagueDecision {
    CONTINUE("Lancer la vague suivante"),
    REDO("Refaire des sessions de la vague avant la suite"),
    POSTPONE("Ajourner la suite"),
    STOP("Arrêter le déploiement");

    private final String label;

    VagueDecision(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
