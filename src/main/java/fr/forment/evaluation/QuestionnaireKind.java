package fr.forment.evaluation;

/** When people are asked. Open for so many days: afterwards the memory of the session is no longer worth asking for. */
public enum QuestionnaireKind {
    HOT("à la fin de la session", 30),
    COLD("après quelques semaines d'usage", 60);

    private final String label;
    private final int openDays;

    QuestionnaireKind(String label, int openDays) {
        this.label = label;
        this.openDays = openDays;
    }

    public String label() {
        return label;
    }

    int openDays() {
        return openDays;
    }
}
