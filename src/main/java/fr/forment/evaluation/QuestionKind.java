package fr.forment.evaluation;

/**
 * The fixed kinds of questions: what is typed by those who write a questionnaire is their words, never how they count.
 */
public enum QuestionKind {
    MARK("Note de 1 à 4"),
    PAIR("Aisance avant et après, de 1 à 4 (facultatif)"),
    FREQUENCY("Fréquence d'usage"),
    HELP("Aide souhaitée (facultatif)"),
    CHOICE("Oui, en partie, non"),
    COUNT("Nombre"),
    TEXT("Texte libre (facultatif)");

    private final String label;

    QuestionKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whoever answers must answer it. The others are for those who accept to. */
    public boolean isRequired() {
        return hasSlot() && this != COUNT;
    }

    /** Its answers are numbers in a column of their own. */
    boolean hasSlot() {
        return this == MARK || this == FREQUENCY || this == CHOICE || this == COUNT;
    }

    /** Its ends, 1 and 4, have words. */
    public boolean hasScale() {
        return this == MARK || this == PAIR;
    }
}
