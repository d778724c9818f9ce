package fr.forment.campaign;

import fr.forment.journal.JournalCode;

/** What happens to a campaign. */
public enum CampaignEvent implements JournalCode {
    PREPARED("Campagne préparée"),
    PLANNED("Campagne programmée"),
    REPLANNED("Dates ou écoles changées avant l'ouverture"),
    CALLED_OFF("Campagne retirée avant l'ouverture"),
    CONTENT_CHANGED("Questionnaire adapté"),
    OPENED("Enquêtes envoyées"),
    REMINDED("Écoles relancées"),
    DEADLINE_PASSED("Échéance passée"),
    ESCALATED("Écoles sans réponse confiées à l'E-RUN"),
    CLOSED("Close sur décision de l'IEN"),
    EXTENDED("Échéance repoussée"),
    PAUSED("Campagne suspendue"),
    RESUMED("Campagne reprise"),
    CONSOLIDATED("Réponses dépouillées"),
    COMPUTED("Grille calculée"),
    REVIEWED("Grille relue et acceptée"),
    INTEGRATED("Besoins transmis au projet"),
    SCHOOL_JOINED("École entrée dans le projet : enquête demandée"),
    SCHOOL_CLOSED("École fermée : enquête arrêtée"),
    ABANDONED("Campagne abandonnée");

    /** What the journal calls a campaign. */
    public static final String KIND = "CAMPAIGN";

    private final String label;

    CampaignEvent(String label) {
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
