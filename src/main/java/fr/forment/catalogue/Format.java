package fr.forment.catalogue;

/** How a training is delivered (fiche: "à distance et/ou en présentiel"). */
public enum Format {
    PRESENTIEL("Présentiel"),
    DISTANCE("À distance"),
    HYBRIDE("Hybride"),
    /** Alone, at one's own hour, before a day: without session, room or trainer. */
    AUTOFORMATION("En autoformation");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    /** Whether people meet for it, in a room or online, at an hour. */
    public boolean isSession() {
        return this != AUTOFORMATION;
    }

    /** How people meet for it, should a session be opened all the same. */
    public Format orInPerson() {
        return isSession() ? this : PRESENTIEL;
    }

    public String label() {
        return label;
    }
}
