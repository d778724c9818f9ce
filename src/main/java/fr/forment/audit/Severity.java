package fr.forment.audit;

/** What a broken invariant means for people; the greater, the worse, and the exit code of the command. */
public enum Severity {
    WATCH("À surveiller", 1),
    SERIOUS("Grave", 2);

    private final String label;
    private final int exitCode;

    Severity(String label, int exitCode) {
        this.label = label;
        this.exitCode = exitCode;
    }

    public String label() {
        return label;
    }

    public int exitCode() {
        return exitCode;
    }
}
