package fr.forment.plan;

/** When a session takes place in a deployment: trainers are trained before the schools are (fiche). */
public enum Phase {
    FORMATEURS("Formation de formateurs"),
    VAGUE("Vague");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
