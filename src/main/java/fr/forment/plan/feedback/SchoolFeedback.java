package fr.forment.plan.feedback;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became in a plan of what one school asked for.
 *
 * @param answered false when the school did not answer: figures were then estimated
 * @param modules the school's priorities in its order, then the other modules it needs
 * @param wishes hours, formats, journeys, vague, partners
 * @param ownWords the need it put into words; empty when it did not
 */
public record SchoolFeedback(
        String schoolUai, boolean answered, List<Entry> modules, List<Entry> wishes, String ownWords) {

    /** How far a request is met. */
    public enum Outcome {
        TAKEN("retenu", "good"),
        PARTLY("retenu en partie", "warn"),
        NOT("pas dans ce plan", "bad");

        private final String label;
        private final String tone;

        Outcome(String label, String tone) {
            this.label = label;
            this.tone = tone;
        }

        public String label() {
            return label;
        }

        public String tone() {
            return tone;
        }
    }

    /**
     * One request.
     *
     * @param answer when, where and with whom; or why not
     */
    public record Entry(String asked, Outcome outcome, String answer) {}

    /** Each request with what became of it, whatever the words say of others. */
    List<Entry> asked() {
        return Stream.concat(modules.stream(), wishes.stream())
                .map(entry -> new Entry(entry.asked(), entry.outcome(), ""))
                .toList();
    }

    static Entry entry(String asked, boolean wholly, boolean partly, String answer) {
        return new Entry(asked, wholly ? Outcome.TAKEN : partly ? Outcome.PARTLY : Outcome.NOT, answer);
    }

    public long taken() {
        return modules.stream()
                .filter(entry -> entry.outcome() == Outcome.TAKEN)
                .count();
    }
}
