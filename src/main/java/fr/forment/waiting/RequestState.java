package fr.forment.waiting;

/** Where a request of a place stands. */
public enum RequestState {
    A_ETUDIER("Réponse attendue"),
    ATTEND("Sur liste d'attente"),
    PLACEE("Place obtenue"),
    REFUSEE("Demande refusée"),
    RETIREE("Retirée de la liste"),
    FORMEE("Module suivi"),
    PARTIE("Départ");

    private final String label;

    RequestState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isActive() {
        return compareTo(PLACEE) < 0;
    }
}
