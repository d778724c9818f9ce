package fr.forment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {

    private static Answer hot(Integer usefulness, String unclear) {
        return new Answer(usefulness, 3, 3, 3, 3, 4, 1, 3, null, null, null, unclear, null, null);
    }

    @Test
    void keepsACompleteHotAnswer() {
        assertThat(hot(4, "Les groupes").problems(QuestionnaireKind.HOT)).isEmpty();
    }

    @Test
    void saysWhichMarkIsMissingOrOutOfRange() {
        assertThat(hot(null, null).problems(QuestionnaireKind.HOT)).containsOnlyKeys("usefulness");
        assertThat(hot(5, null).problems(QuestionnaireKind.HOT))
                .containsEntry("usefulness", "Choisissez une note de 1 à 4.");
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThat(hot(4, "x".repeat(1001)).problems(QuestionnaireKind.HOT)).containsOnlyKeys("text");
    }

    @Test
    void asksTheColdQuestionnaireForAFrequency() {
        assertThat(hot(4, null).problems(QuestionnaireKind.COLD)).containsOnlyKeys("useFrequency");
    }
}
