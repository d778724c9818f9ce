package fr.forment.survey;

import fr.forment.french.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question that the owner of a campaign adds to the form. The form holds five places for each kind; the number says
 * which is shown.
 *
 * @param number 1 to 5, in the order of the form
 * @param choices what one chooses from; empty for texts and numbers
 */
public record OwnQuestion(int number, Kind kind, String label, List<String> choices) {

    /** How it is answered. */
    public enum Kind {
        TEXT("un texte", "ownText", Question.Kind.TEXT),
        NUMBER("un nombre", "ownNumber", Question.Kind.NUMBER),
        CHOICE("un seul choix", "ownChoice", Question.Kind.CHOICE),
        CHOICES("plusieurs choix", "ownChoices", Question.Kind.CHOICES);

        private final String label;
        private final String key;
        private final Question.Kind answered;

        Kind(String label, String key, Question.Kind answered) {
            this.label = label;
            this.key = key;
            this.answered = answered;
        }

        public String label() {
            return label;
        }

        boolean chooses() {
            return this == CHOICE || this == CHOICES;
        }
    }

    public static final int MOST = 5;
    static final int LABEL = 150;
    private static final int CHOICE_LABEL = 60;
    private static final int MOST_CHOICES = 8;

    /** Signs that part one word from the next on the way to the form. */
    private static final String RESERVED = "[¤¦±=;\\s]+";

    /** @throws Refusal that says what to mend */
    public static OwnQuestion typed(int number, String kind, String label, String choices) {
        String about = "Question " + number + " : ";
        Kind answered = List.of(Kind.values()).stream()
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refusal(about + "dites comment on y répond."));
        String words = label.replaceAll(RESERVED, " ").strip();
        refuseIf(words.length() > LABEL, about + "raccourcissez-la à " + LABEL + " caractères.");
        List<String> offered = answered.chooses()
                ? choices.lines()
                        .map(line -> line.replaceAll(RESERVED, " ").strip())
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
        refuseIf(
                answered.chooses() && offered.size() < 2,
                about + "proposez au moins deux choix différents, un par ligne.");
        refuseIf(offered.size() > MOST_CHOICES, about + "gardez au plus " + MOST_CHOICES + " choix.");
        refuseIf(
                offered.stream().anyMatch(choice -> choice.length() > CHOICE_LABEL),
                about + "raccourcissez chaque choix à " + CHOICE_LABEL + " caractères.");
        return new OwnQuestion(number, answered, words, offered);
    }

    /** As answers are read, shown and counted. */
    public Question asked() {
        Map<String, String> offered = new LinkedHashMap<>();
        choices.forEach(choice -> offered.put(String.valueOf(offered.size() + 1), choice));
        return new Question(
                "Own",
                "Les questions de votre circonscription",
                kind.key + number,
                label,
                kind.answered,
                offered,
                false,
                0,
                9999,
                500);
    }

    /** As the form takes it apart: kind, words, choices. */
    String encoded() {
        var offered = new ArrayList<String>();
        asked().choices().forEach((code, choice) -> offered.add(code + "=" + choice));
        return kind + "¦" + label + "¦" + String.join("±", offered);
    }

    private static void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw new Refusal(message);
        }
    }
}
