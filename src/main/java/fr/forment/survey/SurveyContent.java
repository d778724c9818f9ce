package fr.forment.survey;

import fr.forment.engine.Shown;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    /** What the page that composes it tells. */
    public Shown shown() {
        return Shown.of(
                "Sections laissées de côté",
                off.isEmpty() ? "aucune" : String.join(", ", new TreeSet<>(off)),
                "Vos questions",
                own.isEmpty()
                        ? "aucune"
                        : own.stream()
                                .map(question -> question.label() + " ("
                                        + question.kind().label()
                                        + (question.choices().isEmpty()
                                                ? ""
                                                : " : " + String.join(", ", question.choices()))
                                        + ")")
                                .collect(Collectors.joining(" ; ")));
    }

    public boolean asks(String block) {
        return !off.contains(block);
    }

    /** For the form: sections left out, "B,G". */
    public String encodedOff() {
        return off.stream().sorted().collect(Collectors.joining(","));
    }

    /** For the form: questions added, or nothing. */
    public String encodedOwn() {
        return own.stream().map(OwnQuestion::encoded).collect(Collectors.joining("¤"));
    }
}
