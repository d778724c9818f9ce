package fr.forment.territory;

/** Membership of a priority-education network. */
public enum PriorityEducation {
    AUCUNE("Hors éducation prioritaire"),
    REP("REP"),
    REP_PLUS("REP+");

    private final String label;

    PriorityEducation(String label) {
        this.label = label;
    }

    /** French label for screens. */
    public String label() {
        return label;
    }
}
