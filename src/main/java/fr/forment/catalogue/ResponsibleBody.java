package fr.forment.catalogue;

/**
 * Who answers for a training: technical ones belong to the collectivité that carries the project, those of end users to
 * the Éducation nationale (fiche).
 */
public enum ResponsibleBody {
    COLLECTIVITE("Collectivité (porteur de projet)"),
    EDUCATION_NATIONALE("Éducation nationale");

    private final String label;

    ResponsibleBody(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
