package fr.forment.release;

/** Where the follow-up of a version stands. */
public enum ReleaseState {
    A_QUALIFIER("Accompagnement à décider"),
    FORMATION_EQUIPE("Formation de l'équipe"),
    RELECTURE("Supports à revoir"),
    DIFFUSEE("Écoles informées"),
    SANS_EFFET("Sans effet sur les usages");

    private final String label;

    ReleaseState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isOver() {
        return this == DIFFUSEE || this == SANS_EFFET;
    }
}
