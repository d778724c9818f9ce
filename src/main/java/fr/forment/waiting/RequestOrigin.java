package fr.forment.waiting;

/** How somebody came to wait for a module. */
public enum RequestOrigin {
    DEMANDE("Demande de la personne"),
    DIRECTION("Proposition de la direction"),
    SESSION("Liste d'attente d'une session"),
    OUVERTURE("Ouverture de l'ENT dans l'école");

    private final String label;

    RequestOrigin(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
