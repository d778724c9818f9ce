package fr.forment.survey;

/** Where the survey of a school stands. */
public enum SurveyState {
    INVITE("En attente de réponse"),
    REPONDU("Réponse reçue"),
    SANS_REPONSE("Close sans réponse"),
    ECOLE_FERMEE("École fermée");

    private final String label;

    SurveyState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
