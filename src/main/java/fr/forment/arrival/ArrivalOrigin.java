package fr.forment.arrival;

/** How an arrival became known. */
public enum ArrivalOrigin {
    LISTE("Liste du personnel"),
    MUTATION("Changement d'affectation"),
    FONCTION("Changement de fonction"),
    DECLARATION("Déclaration");

    private final String label;

    ArrivalOrigin(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
