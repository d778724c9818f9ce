package fr.forment.computation;

/** Where the search for a better plan stands. */
public enum RunState {
    EN_ATTENTE("En attente"),
    EN_COURS("En cours"),
    TERMINE("Terminé"),
    GARDE("Gardé"),
    ABANDONNE("Laissé tomber"),
    ECHEC("Interrompu par une erreur");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Somebody or something works on it, or is about to. */
    public boolean isBusy() {
        return this == EN_ATTENTE || this == EN_COURS;
    }

    /** What it found waits for a decision, or may still be bettered. */
    public boolean isOpen() {
        return isBusy() || this == TERMINE;
    }
}
