package fr.forment.project;

import java.time.LocalDate;
import java.util.List;

/**
 * How the ENT is used some time after the opening, as the director says.
 *
 * @param daysAfter 30 or 90
 * @param activeClasses classes that use it each week; null without answer
 * @param parentAccounts percent of the families with an activated account; null without answer
 * @param said to the circonscription's own questions, in their order; what was left empty is not there
 */
public record UseReport(
        int daysAfter,
        LocalDate reportedOn,
        Integer activeClasses,
        Integer parentAccounts,
        String difficulties,
        List<Said> said) {

    /** Most questions beyond the two figures and the text. */
    public static final int MORE = 4;

    /**
     * A version of what is asked, in the words of the circonscription.
     *
     * @param more in their order
     */
    public record Asked(
            long version, String activeClasses, String parentAccounts, String difficulties, List<More> more) {}

    /**
     * A question of the circonscription's own; nobody has to answer it.
     *
     * @param slot its column, from 1 to {@link #MORE}
     * @param isMark from 1 to 4; otherwise a number of something
     * @param lowest what 1 means, with {@code highest} for 4; null of a number
     */
    public record More(String code, int slot, String label, boolean isMark, String lowest, String highest) {}

    /** One answer. */
    public record Said(More question, int value) {

        /** « L'ENT rend service à l'école : 3 sur 4 » */
        public String told() {
            return question.label() + " : " + value + (question.isMark() ? " sur 4" : "");
        }
    }

    public boolean isAnswered() {
        return activeClasses != null;
    }
}
