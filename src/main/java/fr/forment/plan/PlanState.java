package fr.forment.plan;

/**
 * Where a version of a plan stands. BROUILLON, CALCULE and EN_CONCERTATION may still be edited; what was submitted is
 * only decided on; what was decided never changes, except that an amendment replaces an approved version.
 */
public enum PlanState {
    BROUILLON("Brouillon", true),
    CALCULE("Calculé", true),
    EN_CONCERTATION("En concertation", true),
    SOUMIS("Soumis à l'IEN", false),
    A_REVISER("Renvoyé pour révision", false),
    APPROUVE("Approuvé", false),
    REJETE("Rejeté", false),
    REMPLACE("Remplacé par un avenant", false),
    CLOS("Clos", false);

    private final String label;
    private final boolean editable;

    PlanState(String label, boolean editable) {
        this.label = label;
        this.editable = editable;
    }

    public String label() {
        return label;
    }

    /** Sessions may be moved, added and removed. */
    public boolean isEditable() {
        return editable;
    }

    /** Somebody still has something to do before this version is in force or out of the way. */
    public boolean isOpen() {
        return editable || this == SOUMIS;
    }
}
