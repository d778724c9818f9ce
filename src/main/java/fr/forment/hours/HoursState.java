package fr.forment.hours;

/** Where an entry stands. */
public enum HoursState {
    PLANNED("prévu"),
    DONE("fait"),
    EXCUSED("non décompté"),
    OUTSIDE("hors ENT");

    private final String label;

    HoursState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
