package fr.forment.catalogue;

/** The character of a training, with the fiche's definition. */
public enum Nature {
    SPECIFIQUE(
            "Spécifique",
            "formation sur l'ENT et ses fonctionnalités, sur les usages pédagogiques, sur l'accès aux ressources et applications disponibles"),
    PONCTUEL("Ponctuel", "lors du déploiement de l'ENT dans l'école ou lors de l'arrivée de nouveaux personnels"),
    CONTINU("Continu", "formation disciplinaire");

    private final String label;
    private final String definition;

    Nature(String label, String definition) {
        this.label = label;
        this.definition = definition;
    }

    public String label() {
        return label;
    }

    public String definition() {
        return definition;
    }
}
