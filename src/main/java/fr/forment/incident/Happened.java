package fr.forment.incident;

/** Kinds of what happens to a plan. The names stand in addresses. */
public enum Happened {
    /** Nothing new: what the resources already say. */
    RESSOURCES("D'après les ressources déjà enregistrées"),
    ABSENCE("Absence d'une personne qui assure des formations"),
    FERMETURE("Neige ou fermeture"),
    GREVE("Grève"),
    DEPART("Une école quitte le projet"),
    ARRIVEE("Une école rejoint le projet"),
    SALLE("Une salle n'est plus disponible"),
    RETARD("Des sessions ont pris du retard");

    private final String label;

    Happened(String label) {
        this.label = label;
    }

    /** It is written down for later plans too, not in a version alone. */
    public boolean isNoted() {
        return this == ABSENCE || this == FERMETURE || this == GREVE || this == SALLE;
    }

    public String label() {
        return label;
    }
}
