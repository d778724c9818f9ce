package fr.forment.release;

/** Whether a training may still rely on a material. */
public enum MaterialState {
    A_JOUR("À jour"),
    PERIME("À revoir"),
    /** No training rests on it any more; it stays readable for those who had it. */
    RETIRE("Retiré");

    private final String label;

    MaterialState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
