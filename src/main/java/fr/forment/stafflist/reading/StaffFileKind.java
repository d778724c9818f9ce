package fr.forment.stafflist.reading;

import fr.forment.account.AgentFunction;

/** The staff files people have, told apart by their titles. */
public enum StaffFileKind {
    RECOMMANDE("modèle FormENT", true, null),
    ONDE("extraction ONDE « enseignants »", false, AgentFunction.ADJOINT),
    ENT_ENSEIGNANTS("modèle de l'ENT pour les enseignants", false, AgentFunction.ADJOINT),
    ENT_PERSONNELS("modèle de l'ENT pour les autres personnels", false, null),
    /** A table of somebody's own, CSV or XLSX: its columns are matched on screen. */
    TABLEAU("tableau de votre choix", true, null);

    private final String label;
    private final boolean namesSchool;
    private final AgentFunction functionWhenSilent;

    StaffFileKind(String label, boolean namesSchool, AgentFunction functionWhenSilent) {
        this.label = label;
        this.namesSchool = namesSchool;
        this.functionWhenSilent = functionWhenSilent;
    }

    public String label() {
        return label;
    }

    /** False when such a file is about one school and does not say which: it is chosen on screen. */
    public boolean namesSchool() {
        return namesSchool;
    }

    /** The function proposed for lines that say none; null when there is no fair guess. */
    public AgentFunction functionWhenSilent() {
        return functionWhenSilent;
    }
}
