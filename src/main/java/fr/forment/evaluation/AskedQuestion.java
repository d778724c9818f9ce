package fr.forment.evaluation;

/**
 * One question of a version of a questionnaire.
 *
 * @param code what questions of several versions share that may be compared
 * @param place in the order of the page, from 1
 * @param lowest what 1 means, with {@code highest} for 4; null where the kind has no scale
 * @param slot the column of its answers, from 1 to {@link QuestionnaireRules#SLOTS}; null where they are no marks
 */
public record AskedQuestion(
        String code, QuestionKind kind, int place, String label, String lowest, String highest, Integer slot) {

    /** What it is in one line, with what 1 and 4 mean. */
    String told() {
        return label + " (" + kind.label() + (kind.hasScale() ? ", 1 : " + lowest + ", 4 : " + highest : "") + ")";
    }

    /** Of a pair: the field of what was before. */
    public String before() {
        return code + "Before";
    }

    /** Of a pair: the field of what is now. */
    public String after() {
        return code + "After";
    }
}
