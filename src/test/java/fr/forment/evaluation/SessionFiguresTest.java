package fr.forment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bilan of a session says of the use made of the ENT: a share, or why there is none. */
class SessionFiguresTest {

    @Test
    void saysWhyThereIsNoShareOfUse() {
        assertThat(cold(14, 12, null).told())
                .contains("trop peu de réponses d'écoles où l'ENT est ouvert", "12 réponses sur 14");
        assertThat(cold(14, 1, null).told()).contains("moins d'une personne invitée sur cinq");
        assertThat(cold(14, 0, null).told()).contains("trop peu de réponses");
        assertThat(cold(14, 12, 0.5).told()).startsWith("50 % (12 réponses sur 14");
    }

    @Test
    void theBilansGiveTheReasonOfThePageOfTheResults() {
        Heard.Cold use = cold(74, 45, null);
        assertThat(BilanWords.learned(Heard.Hot.NONE, use))
                .contains("Transfert – " + use.whyNoShare() + " 45 réponses sur 74 personnes invitées.")
                .noneMatch(said -> said.contains("trop peu de réponses à froid"));
        Heard.Hot shared = new Heard.Hot(60, 14, List.of(), List.of(), false);
        assertThat(BilanWords.learned(shared, use))
                .contains("Satisfaction – " + shared.whyNoMean() + " 14 réponses sur 60 personnes invitées.");
    }

    private static Heard.Cold cold(int invited, int answers, Double weekly) {
        return new Heard.Cold(
                invited,
                answers,
                List.of(new Heard.Mean(
                        QuestionnaireRules.USE, QuestionKind.FREQUENCY, "Usage", invited, answers, weekly, true)),
                false);
    }
}
