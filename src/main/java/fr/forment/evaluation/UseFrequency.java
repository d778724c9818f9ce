package fr.forment.evaluation;

/** How often the ENT is used, as people say it in the cold questionnaire (Kirkpatrick level 3). */
public enum UseFrequency {
    JAMAIS("Jamais"),
    MENSUEL("Environ une fois par mois"),
    HEBDOMADAIRE("Chaque semaine"),
    QUOTIDIEN("Chaque jour ou presque");

    private final String label;

    UseFrequency(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean isWeekly() {
        return this == HEBDOMADAIRE || this == QUOTIDIEN;
    }
}
