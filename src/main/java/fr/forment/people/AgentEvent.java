package fr.forment.people;

import fr.forment.journal.JournalCode;

/** The kinds of decisions about a person. */
public enum AgentEvent implements JournalCode {
    REGISTERED("Inscription sur la liste"),
    CAME_BACK("Retour"),
    MOVED("Changement d'affectation"),
    FUNCTION("Changement de fonction"),
    SERVICE("Changement de service"),
    IDENTITY("Correction du nom ou de l'adresse"),
    ADDRESS("Changement d'adresse"),
    LEFT("Départ"),
    MISSING("Absence de la liste"),
    SEEN_AGAIN("De nouveau sur la liste"),
    PUT_BACK("Import annulé"),
    ACCESS("Accès"),
    ROLE("Rôles"),
    DELEGATION("Délégation"),
    HOURS("Heures de formation"),
    TRAINER("Disponibilité ou habilitation à former");

    /** What the journal calls a person. */
    public static final String KIND = "AGENT";

    private final String label;

    AgentEvent(String label) {
        this.label = label;
    }

    @Override
    public String kind() {
        return KIND;
    }

    public String label() {
        return label;
    }
}
