package fr.forment.survey;

import fr.forment.engine.Shown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** What the page that composes it tells: each section and each question by itself. */
    public Shown shown() {
        Shown shown = Shown.of();
        for (String block : OPTIONAL) {
            shown = shown.with(section(block), asks(block) ? "posée" : "laissée de côté");
        }
        for (int n = 1; n <= OwnQuestion.MOST; n++) {
            shown = shown.with(question(n), own.size() < n ? null : told(own.get(n - 1)));
        }
        return shown;
    }

    /**
     * Of the form that came back, after somebody else composed meanwhile.
     *
     * @return this, with what now stands wherever the page is as it was shown
     */
    public SurveyContent over(Shown seen, SurveyContent now) {
        Shown typed = shown();
        Set<String> left = OPTIONAL.stream()
                .filter(block ->
                        !(seen.says(section(block), typed.words().get(section(block))) ? now : this).asks(block))
                .collect(Collectors.toSet());
        List<OwnQuestion> questions = IntStream.rangeClosed(1, OwnQuestion.MOST)
                .mapToObj(n -> (seen.says(question(n), typed.words().get(question(n))) ? now : this)
                        .own.stream().skip(n - 1L).findFirst())
                .flatMap(Optional::stream)
                .toList();
        return new SurveyContent(left, questions);
    }

    private static String section(String block) {
        return "Section " + block;
    }

    private static String question(int number) {
        return "Votre question " + number;
    }

    private static String told(OwnQuestion question) {
        return question.label() + " (" + question.kind().label()
                + (question.choices().isEmpty() ? "" : " : " + String.join(", ", question.choices())) + ")";
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
