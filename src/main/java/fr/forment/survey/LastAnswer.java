package fr.forment.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What a school answered in an earlier survey and most likely would again: confirmed with one look rather than asked
 * anew.
 */
@Component
@RequiredArgsConstructor
public class LastAnswer {

    /** Lasting from year to year. Needs, wishes for a vague, obstacles and the team are of their year. */
    private static final Set<String> LASTING = Set.of(
            "rhythm",
            "entUse",
            "entWhich",
            "charter",
            "charterDate",
            "computers",
            "boards",
            "tablets",
            "connection",
            "hasRoom",
            "roomCapacity",
            "slots",
            "formats",
            "travel",
            "withSchools",
            "parentInfo",
            "translationLanguages",
            "familiesWithout",
            "aesh",
            "atsem",
            "afterSchool");

    private final SurveyAnswers answers;

    /** Question to value, as the form takes it; empty when the school never answered. */
    public Map<String, Object> of(Survey survey, List<Question> questions) {
        Map<String, Object> values = new LinkedHashMap<>();
        answers.lastOf(survey.schoolUai(), survey.id())
                .map(SurveyAnswer::answers)
                .ifPresent(given -> questions.stream()
                        .filter(question -> LASTING.contains(question.key())
                                && !given.text(question.key()).isEmpty())
                        .forEach(question -> values.put(question.key(), value(question, given))));
        return values;
    }

    private static Object value(Question question, Answers given) {
        return switch (question.kind()) {
            case NUMBER -> given.number(question.key()).orElse(0);
            case CHOICES -> given.codes(question.key());
            case TICK -> given.text(question.key()).equals("true");
            case CHOICE, TEXT, DATE -> given.text(question.key());
        };
    }
}
