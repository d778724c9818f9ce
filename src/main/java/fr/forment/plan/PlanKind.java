package fr.forment.plan;

/** The first plan of a project is calculated; an amendment starts from the approved one. */
public enum PlanKind {
    INITIAL("Plan"),
    AVENANT("Avenant");

    private final String label;

    PlanKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
