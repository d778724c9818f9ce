package fr.forment.evaluation;

import fr.forment.french.French;
import fr.forment.french.Typed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one person answered, field by field as the form sends it: the code of the question, of a pair its
 * {@link AskedQuestion#before} and {@link AskedQuestion#after}. Only what the person's own version asks is ever read.
 * Nothing says who answered.
 */
public record Answer(Map<String, String> given) {

    static final int LONGEST = 1000;
    private static final int HIGHEST = 4;

    /** Ease with one skill, before and now, from 1 to 4. */
    record Pair(int before, int after) {}

    /** Field → what to mend, in French; empty when the answer can be kept. */
    Map<String, String> problems(QuestionnaireVersion version) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (AskedQuestion each : version.questions()) {
            switch (each.kind()) {
                case MARK -> mark(problems, each.code());
                case PAIR -> {
                    if (isGiven(each.before()) || isGiven(each.after())) {
                        mark(problems, each.before());
                        mark(problems, each.after());
                    }
                }
                case FREQUENCY -> {
                    if (Typed.code(UseFrequency.class, said(each.code())).isEmpty()) {
                        problems.put(each.code(), "Choisissez une réponse.");
                    }
                }
                case HELP -> {
                    if (isGiven(each.code()) && help(each).isEmpty()) {
                        problems.put(each.code(), "Choisissez l'une des réponses proposées, ou aucune.");
                    }
                }
                case TEXT -> {
                    int length = said(each.code()).length();
                    if (length > LONGEST) {
                        problems.put(
                                each.code(),
                                "Ce texte compte " + French.number(length) + " caractères, la place est de "
                                        + French.number(LONGEST) + " : raccourcissez-le.");
                    }
                }
            }
        }
        return problems;
    }

    /** Of a mark or a frequency, from 1 to 4; empty where the ENT is not open yet. */
    Optional<Integer> number(AskedQuestion question) {
        return question.kind() == QuestionKind.FREQUENCY
                ? Typed.code(UseFrequency.class, said(question.code())).flatMap(UseFrequency::number)
                : mark(question.code());
    }

    /** Empty where the person did not accept to say it. */
    Optional<Pair> pair(AskedQuestion question) {
        return mark(question.before()).flatMap(before -> mark(question.after()).map(after -> new Pair(before, after)));
    }

    Optional<HelpWanted> help(AskedQuestion question) {
        return Typed.code(HelpWanted.class, said(question.code()));
    }

    Optional<String> text(AskedQuestion question) {
        return Optional.of(said(question.code())).filter(said -> !said.isEmpty());
    }

    /** What was sent under this name, for the page that shows it again; null where nothing was. */
    public String of(String field) {
        return given.get(field);
    }

    private boolean isGiven(String field) {
        return !said(field).isEmpty();
    }

    private Optional<Integer> mark(String field) {
        return Typed.number(said(field)).filter(mark -> mark >= 1 && mark <= HIGHEST);
    }

    private void mark(Map<String, String> problems, String field) {
        if (mark(field).isEmpty()) {
            problems.put(field, "Choisissez une note de 1 à 4.");
        }
    }

    private String said(String field) {
        return Typed.text(given.get(field));
    }
}
