package fr.forment.survey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.campaign.NeedsGround;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The form as the code reads it, and what is made of the values it sends. */
class QuestionnaireTest {

    private final List<Question> questions = new Questionnaire().questions();

    @Test
    void knowsTheQuestionsThatTheCodeSpeaksOf() {
        assertThat(questions)
                .extracting(Question::key)
                .doesNotHaveDuplicates()
                .containsAll(Answers.TEAM)
                .containsAll(levels())
                .contains(
                        "isExact",
                        "classes",
                        "rhythm",
                        "entUse",
                        "connection",
                        "wave",
                        "slots",
                        "resourcePersonName",
                        "consulted");
        assertThat(questions)
                .allSatisfy(question -> assertThat(question.section()).isNotBlank());
    }

    private static List<String> levels() {
        return Answers.THEMES.keySet().stream()
                .flatMap(theme -> Answers.LEVELS.stream().map(theme::concat))
                .toList();
    }

    @Test
    void readsNumbersListsAndDatesWhateverTypeTheyComeIn() {
        var read = new TypedValues(
                questions,
                complete(Map.of(
                        "fullTime",
                        4.0,
                        "partTime",
                        "1",
                        "obstacles",
                        "[\"TRAVAUX\",\"AUTRE\"]",
                        "otherNeed",
                        "  un\r\nmot ")));
        assertThat(read.problems()).isEmpty();
        assertThat(read.kept())
                .containsEntry("fullTime", "4")
                .containsEntry("partTime", "1")
                .containsEntry("obstacles", "TRAVAUX,AUTRE")
                .containsEntry("otherNeed", "un\nmot");
    }

    @Test
    void refusesWhatIsNotOffered() {
        assertThat(problemsWith("rhythm", "TROIS_JOURS"))
                .singleElement()
                .asString()
                .contains("Rythme de l'école");
        assertThat(problemsWith("obstacles", "[\"TRAVAUX\",\"PIRATE\"]")).hasSize(1);
        assertThat(problemsWith("fullTime", 12.5)).singleElement().asString().contains("nombre entier");
        assertThat(problemsWith("fullTime", -1)).singleElement().asString().contains("de 0 à 200");
        assertThat(problemsWith("fullTime", "1e9")).hasSize(1);
        assertThat(problemsWith("charterDate", "31/02/2027")).hasSize(1);
        assertThat(problemsWith("otherNeed", "x".repeat(501)))
                .singleElement()
                .asString()
                .contains("500");
        assertThat(problemsWith("connection", null)).singleElement().asString().contains("Répondez");
    }

    @Test
    @Timeout(10)
    void refusesAnEndlessNumberWithoutReadingIt() {
        assertThat(problemsWith("fullTime", "9".repeat(600_000)))
                .singleElement()
                .asString()
                .contains("nombre entier");
    }

    @Test
    void takesChoicesLeftAloneForNoneAndTheSameChoiceTwiceForOne() {
        var read = new TypedValues(
                questions, complete(Map.of("obstacles", "null", "formats", "[\"VISIO\",\"VISIO\",null]")));
        assertThat(read.problems()).isEmpty();
        assertThat(read.kept()).doesNotContainKey("obstacles").containsEntry("formats", "VISIO");
    }

    @Test
    void showsAnswersAsTheFormWordsThem() {
        Question slots = questions.stream()
                .filter(question -> question.key().equals("slots"))
                .findFirst()
                .orElseThrow();
        assertThat(slots.shown("SOIR,MERCREDI_MATIN")).isEqualTo("Le soir, après la classe ; Mercredi matin");
        Question date = questions.stream()
                .filter(question -> question.key().equals("charterDate"))
                .findFirst()
                .orElseThrow();
        assertThat(date.shown("2026-09-03")).isEqualTo("03/09/2026");
    }

    private List<String> problemsWith(String question, Object value) {
        Map<String, Object> typed = new HashMap<>();
        typed.put(question, value);
        return new TypedValues(questions, complete(typed))
                .problems().stream().map(AnswerProblem::said).toList();
    }

    private static Map<String, Object> complete(Map<String, Object> more) {
        Map<String, Object> typed = NeedsGround.goodAnswer();
        typed.putAll(more);
        return typed;
    }
}
