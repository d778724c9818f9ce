package fr.forment.evaluation;

import java.util.List;

/**
 * Who is asked, and when. Those who followed a training are asked for so many days only: afterwards its memory is no
 * longer worth asking for.
 */
public enum QuestionnaireKind {
    HOT("à la fin de la session", 30, QuestionKind.MARK, QuestionKind.PAIR, QuestionKind.HELP, QuestionKind.TEXT),
    COLD(
            "après quelques semaines d'usage",
            60,
            QuestionKind.MARK,
            QuestionKind.PAIR,
            QuestionKind.FREQUENCY,
            QuestionKind.HELP,
            QuestionKind.TEXT),
    PARENTS("aux familles, par le lien de l'école", 0, QuestionKind.CHOICE, QuestionKind.TEXT),
    USE("aux directions, 30 et 90 jours après l'ouverture", 0, QuestionKind.COUNT, QuestionKind.MARK);

    private final String label;
    private final int openDays;
    private final List<QuestionKind> kinds;

    QuestionnaireKind(String label, int openDays, QuestionKind... kinds) {
        this.label = label;
        this.openDays = openDays;
        this.kinds = List.of(kinds);
    }

    public String label() {
        return label;
    }

    /** Zero where nobody is invited by name. */
    int openDays() {
        return openDays;
    }

    /** What may be added to it. */
    public List<QuestionKind> kinds() {
        return kinds;
    }
}
