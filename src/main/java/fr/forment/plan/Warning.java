package fr.forment.plan;

/**
 * What a reader of the plan must know before deciding, in French and without the name of a person.
 *
 * @param line the session it is about; null when it is about the plan
 */
public record Warning(Weight weight, Integer line, String text) {

    /** How much it matters. BLOQUANT: the session cannot take place like this. */
    public enum Weight {
        BLOQUANT("À corriger"),
        IMPORTANT("Important"),
        INFORMATION("Pour information");

        private final String label;

        Weight(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Warning blocking(int line, String text) {
        return new Warning(Weight.BLOQUANT, line, text);
    }

    public static Warning important(int line, String text) {
        return new Warning(Weight.IMPORTANT, line, text);
    }

    public static Warning important(String text) {
        return new Warning(Weight.IMPORTANT, null, text);
    }

    static Warning information(int line, String text) {
        return new Warning(Weight.INFORMATION, line, text);
    }

    public static Warning information(String text) {
        return new Warning(Weight.INFORMATION, null, text);
    }
}
