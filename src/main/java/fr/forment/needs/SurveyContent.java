package fr.forment.needs;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the owner of a campaign makes of the questionnaire.
 *
 * @param off codes of the sections left out
 * @param own his own questions, at most five
 */
public record SurveyContent(Set<String> off, List<OwnQuestion> own) {

    /** Sections one may do without; the school and its team carry every other figure. */
    public static final List<String> OPTIONAL = List.of("B", "C", "D", "E", "F", "G", "H");

    static final SurveyContent WHOLE = new SurveyContent(Set.of(), List.of());

    boolean asks(String block) {
        return !off.contains(block);
    }

    /** For the form: sections left out, "B,G". */
    String encodedOff() {
        return off.stream().sorted().collect(Collectors.joining(","));
    }

    /** For the form: questions added, or nothing. */
    String encodedOwn() {
        return own.stream().map(OwnQuestion::encoded).collect(Collectors.joining("¤"));
    }
}
