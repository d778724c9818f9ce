package fr.forment.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one person answered; marks go from 1 to 4, without a middle. Fields of the other questionnaire stay null.
 * Nothing says who answered.
 *
 * @param skillBefore ease with the ENT before the training, with {@code skillAfter}: both or neither, as the person
 *     accepts to say it
 */
public record Answer(
        Integer usefulness,
        Integer clarity,
        Integer pace,
        Integer practice,
        Integer organisation,
        Integer recommends,
        Integer skillBefore,
        Integer skillAfter,
        UseFrequency useFrequency,
        String putInPlace,
        String obstacles,
        String unclear,
        String nextStep,
        HelpWanted helpWanted) {

    private static final int LONGEST = 1000;

    /** Without the fields of the other questionnaire, whoever sent them. */
    Answer only(QuestionnaireKind kind) {
        return kind == QuestionnaireKind.HOT
                ? new Answer(
                        usefulness,
                        clarity,
                        pace,
                        practice,
                        organisation,
                        recommends,
                        skillBefore,
                        skillAfter,
                        null,
                        null,
                        null,
                        unclear,
                        nextStep,
                        helpWanted)
                : new Answer(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        useFrequency,
                        putInPlace,
                        obstacles,
                        null,
                        null,
                        helpWanted);
    }

    /** Field → what to mend, in French; empty when the answer can be kept. */
    Map<String, String> problems(QuestionnaireKind kind) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (kind == QuestionnaireKind.HOT) {
            mark(problems, "usefulness", usefulness);
            mark(problems, "clarity", clarity);
            mark(problems, "pace", pace);
            mark(problems, "practice", practice);
            mark(problems, "organisation", organisation);
            mark(problems, "recommends", recommends);
            if (skillBefore != null || skillAfter != null) {
                mark(problems, "skillBefore", skillBefore);
                mark(problems, "skillAfter", skillAfter);
            }
        } else if (useFrequency == null) {
            problems.put("useFrequency", "Choisissez une réponse.");
        }
        if (Stream.of(putInPlace, obstacles, unclear, nextStep)
                .anyMatch(text -> text != null && text.length() > LONGEST)) {
            problems.put("text", "Un texte dépasse " + LONGEST + " caractères : raccourcissez-le.");
        }
        return problems;
    }

    /** What was written, by question. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        write(words, "putInPlace", putInPlace);
        write(words, "obstacles", obstacles);
        write(words, "unclear", unclear);
        write(words, "nextStep", nextStep);
        return words;
    }

    private static void write(Map<String, String> words, String question, String said) {
        if (said != null && !said.isBlank()) {
            words.put(question, said.strip());
        }
    }

    private static void mark(Map<String, String> problems, String field, Integer value) {
        if (value == null || !Set.of(1, 2, 3, 4).contains(value)) {
            problems.put(field, "Choisissez une note de 1 à 4.");
        }
    }
}
