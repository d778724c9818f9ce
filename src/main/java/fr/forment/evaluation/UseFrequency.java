package fr.forment.evaluation;

import java.util.Optional;

/** How often the ENT is used, as people say it in the cold questionnaire (Kirkpatrick level 3). */
public enum UseFrequency {
    JAMAIS("Jamais"),
    MENSUEL("Environ une fois par mois"),
    HEBDOMADAIRE("Chaque semaine"),
    QUOTIDIEN("Chaque jour ou presque"),
    /** Says nothing of the use: whoever has no ENT yet is no one who never uses it. */
    PAS_OUVERT("L'ENT n'est pas encore ouvert dans mon école");

    static final int WEEKLY = 3;

    private final String label;

    UseFrequency(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As it is kept, from 1 to 4, each week or more from {@link #WEEKLY} on; empty where there is no ENT yet. */
    Optional<Integer> number() {
        return this == PAS_OUVERT ? Optional.empty() : Optional.of(ordinal() + 1);
    }
}
