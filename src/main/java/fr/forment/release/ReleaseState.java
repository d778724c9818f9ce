package fr.forment.release;

/** Where the follow-up of a version stands. */
public enum ReleaseState {
    A_QUALIFIER("Accompagnement à décider"),
    FORMATION_EQUIPE("Formation de l'équipe"),
    RELECTURE("Supports à revoir"),
    /** No school works with the ENT yet: each hears of it when it opens. */
    A_L_OUVERTURE("À dire aux écoles"),
    /** Whether they have left as well, {@link SchoolNews} says: until a person lets them go they are drafts. */
    DIFFUSEE("Courriels aux écoles préparés"),
    SANS_EFFET("Sans effet sur les usages");

    private final String label;

    ReleaseState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isOver() {
        return this == DIFFUSEE || this == SANS_EFFET || this == A_L_OUVERTURE;
    }
}
