package fr.forment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bilan of a session says of the use made of the ENT: a share, or why there is none. */
class SessionFiguresTest {

    @Test
    void saysWhyThereIsNoShareOfUse() {
        assertThat(SessionFigures.weekly(cold(14, 12, null)))
                .contains("trop peu de réponses d'écoles où l'ENT est ouvert", "12 réponses sur 14");
        assertThat(SessionFigures.weekly(cold(14, 1, null))).contains("moins d'une personne invitée sur cinq");
        assertThat(SessionFigures.weekly(cold(14, 0, null))).contains("trop peu de réponses");
        assertThat(SessionFigures.weekly(cold(14, 12, 0.5))).startsWith("50 % (12 réponses sur 14");
    }

    private static Readings.Cold cold(int invited, int answers, Double weekly) {
        return new Readings.Cold(
                invited,
                answers,
                List.of(new Readings.Mean(
                        QuestionnaireRules.USE, QuestionKind.FREQUENCY, "Usage", invited, answers, weekly, true)),
                false);
    }
}
