package fr.forment.evaluation;

/** How often the ENT is used, as people say it in the cold questionnaire (Kirkpatrick level 3). */
public enum UseFrequency {
    JAMAIS("Jamais"),
    MENSUEL("Environ une fois par mois"),
    HEBDOMADAIRE("Chaque semaine"),
    QUOTIDIEN("Chaque jour ou presque");

    static final int WEEKLY = 3;

    private final String label;

    UseFrequency(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As it is kept, from 1 to 4; each week or more from {@link #WEEKLY} on. */
    int number() {
        return ordinal() + 1;
    }
}
