package fr.forment.waiting;

/** What became of a place that was proposed. */
public enum OfferState {
    OUVERTE("Place proposée"),
    ACCEPTEE("Place acceptée"),
    REFUSEE("Place refusée"),
    EXPIREE("Sans réponse à temps"),
    RETIREE("Proposition retirée");

    private final String label;

    OfferState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
