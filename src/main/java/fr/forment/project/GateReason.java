package fr.forment.project;

/** What keeps a school from opening: the codes of {@code openingGate.dmn} with the words people read. */
public enum GateReason {
    DIRECTOR_NOT_TRAINED("la direction n'a pas suivi toutes les formations préalables"),
    RESOURCE_PERSON_NOT_TRAINED("la personne ressource n'est pas désignée ou n'a pas suivi la formation préalable"),
    TEACHERS_NOT_TRAINED("trop peu d'enseignants ont suivi la formation préalable"),
    CHARTER_NOT_SIGNED("la charte n'est pas signée"),
    ACCOUNTS_NOT_READY("les comptes ne sont pas déclarés prêts par la collectivité"),
    NETWORK_NOT_READY("le réseau et le matériel ne sont pas déclarés prêts par la collectivité"),
    NOBODY_TRAINED("aucune personne n'est formée dans l'école : aucune dérogation n'est possible");

    private final String label;

    GateReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
