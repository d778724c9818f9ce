package fr.forment.equipment;

/** Where one thing a session needs stands. */
public enum EquipmentState {
    A_RESERVER("À réserver"),
    RESERVE("Réservé"),
    PRET("Prêt"),
    RENDU("Rendu");

    private final String label;

    EquipmentState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Nobody else may have it meanwhile. */
    boolean isHeld() {
        return this == RESERVE || this == PRET;
    }
}
