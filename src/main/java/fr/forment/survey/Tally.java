package fr.forment.survey;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the schools of a campaign said to one question.
 *
 * @param answered schools that did answer it
 * @param choices label to number of schools, in the order of the form; empty unless one chooses or ticks
 * @param total sum of the numbers; null unless one gives a number
 * @param texts survey to words; empty unless one writes
 */
public record Tally(
        Question question, int answered, Map<String, Long> choices, Integer total, Map<Long, String> texts) {

    public static Tally of(Question question, Collection<SurveyAnswer> answers) {
        List<SurveyAnswer> given = answers.stream()
                .filter(answer -> !answer.answers().text(question.key()).isEmpty())
                .toList();
        Map<String, Long> choices = new LinkedHashMap<>();
        Map<Long, String> texts = new TreeMap<>();
        Integer total = null;
        switch (question.kind()) {
            case CHOICE, CHOICES ->
                question.choices()
                        .forEach((code, label) -> choices.put(
                                label,
                                given.stream()
                                        .filter(answer -> answer.answers()
                                                .codes(question.key())
                                                .contains(code))
                                        .count()));
            case TICK ->
                choices.put(
                        "Oui",
                        given.stream()
                                .filter(answer ->
                                        answer.answers().text(question.key()).equals("true"))
                                .count());
            case NUMBER ->
                total = given.stream()
                        .mapToInt(answer ->
                                answer.answers().number(question.key()).orElse(0))
                        .sum();
            case TEXT, DATE ->
                given.forEach(answer -> texts.put(
                        answer.surveyId(), question.shown(answer.answers().text(question.key()))));
        }
        return new Tally(question, given.size(), choices, total, texts);
    }
}
