package fr.forment.plan;

import java.util.List;

/**
 * What a reader of the plan must know before deciding, in French and without the name of a person.
 *
 * @param line the session it is about; null when it is about the plan
 * @param ofHours it tells of the hours people have left, by school: nothing for partners
 *     ({@link PlanRights#seesPeople})
 */
public record Warning(Weight weight, Integer line, String text, boolean ofHours) {

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
        return new Warning(Weight.BLOQUANT, line, text, false);
    }

    public static Warning important(int line, String text) {
        return new Warning(Weight.IMPORTANT, line, text, false);
    }

    public static Warning important(String text) {
        return new Warning(Weight.IMPORTANT, null, text, false);
    }

    static Warning information(int line, String text) {
        return new Warning(Weight.INFORMATION, line, text, false);
    }

    public static Warning information(String text) {
        return new Warning(Weight.INFORMATION, null, text, false);
    }

    /** The same, marked. */
    Warning tellingHours() {
        return new Warning(weight, line, text, true);
    }

    /** @param people whether the reader sees people of the circonscription */
    public static List<Warning> readBy(boolean people, List<Warning> all) {
        return people ? all : all.stream().filter(warning -> !warning.ofHours()).toList();
    }
}
