package fr.forment.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.french.Typed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what a form sent, question by question: kind, choices, limits. Collects what does not fit, in French. */
public class TypedValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> typed = new TreeMap<>();
    private final Map<String, String> kept = new TreeMap<>();
    private final List<AnswerProblem> problems = new ArrayList<>();
    private boolean readable = true;

    public TypedValues(List<Question> questions, Map<String, ?> sent) {
        questions.forEach(question -> read(question, sent.get(question.key())));
    }

    /** Everything that was filled in, also what does not fit: to be shown, never computed with. */
    public Map<String, String> typed() {
        return typed;
    }

    public Map<String, String> kept() {
        return kept;
    }

    public List<AnswerProblem> problems() {
        return problems;
    }

    /** Nothing is malformed, though something may be left out. */
    public boolean isReadable() {
        return readable;
    }

    private void read(Question question, Object sent) {
        String value = sent == null ? "" : Typed.text(sent.toString());
        if (question.kind() == Question.Kind.CHOICES) {
            value = codes(value);
        }
        if (value.isEmpty()) {
            if (question.required()) {
                problems.add(new AnswerProblem(
                        question.key(), question.place() + "Répondez à « " + question.label() + " »."));
            }
            return;
        }
        typed.put(question.key(), value);
        String problem =
                switch (question.kind()) {
                    case NUMBER -> number(question, value);
                    case CHOICE, CHOICES ->
                        question.choices().isEmpty()
                                        || question.choices().keySet().containsAll(List.of(value.split(",")))
                                ? null
                                : "choisissez parmi les réponses proposées";
                    case TICK -> value.equals("true") || value.equals("false") ? null : "cochez ou décochez la case";
                    case DATE -> Typed.day(value).isPresent() ? null : "indiquez une date";
                    case TEXT ->
                        value.length() <= question.most()
                                ? null
                                : "raccourcissez ce texte à " + question.most() + " caractères";
                };
        if (problem != null) {
            problems.add(new AnswerProblem(
                    question.key(), question.place() + "« " + question.label() + " » : " + problem + "."));
            readable = false;
        } else if (question.kind() == Question.Kind.NUMBER) {
            kept.put(question.key(), Typed.number(value).orElseThrow().toString());
        } else {
            kept.put(question.key(), value);
        }
    }

    private static String number(Question question, String value) {
        Optional<Integer> number = Typed.number(value);
        if (number.isEmpty()) {
            return "indiquez un nombre entier";
        }
        return number.get() >= question.min() && number.get() <= question.max()
                ? null
                : "indiquez un nombre de " + question.min() + " à " + question.max();
    }

    /** Several choices come as a JSON list, each of them once; a form left alone may send none. */
    private static String codes(String value) {
        try {
            String[] chosen = value.isEmpty() ? null : JSON.readValue(value, String[].class);
            return chosen == null
                    ? ""
                    : Arrays.stream(chosen).filter(Objects::nonNull).distinct().collect(Collectors.joining(","));
        } catch (JsonProcessingException e) {
            return value;
        }
    }
}
