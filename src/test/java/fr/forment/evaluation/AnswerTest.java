package fr.forment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final QuestionnaireVersion HOT = version(
            QuestionnaireKind.HOT,
            new AskedQuestion("usefulness", QuestionKind.MARK, 1, "Utile ?", "non", "oui", 1),
            new AskedQuestion("connect", QuestionKind.PAIR, 2, "Me connecter", "non", "oui", null),
            new AskedQuestion("unclear", QuestionKind.TEXT, 3, "Obscur ?", null, null, null),
            new AskedQuestion("helpWanted", QuestionKind.HELP, 4, "Aide ?", null, null, null));
    private static final QuestionnaireVersion COLD = version(
            QuestionnaireKind.COLD,
            new AskedQuestion("useFrequency", QuestionKind.FREQUENCY, 1, "Souvent ?", null, null, 1));

    private static QuestionnaireVersion version(QuestionnaireKind kind, AskedQuestion... questions) {
        return new QuestionnaireVersion(1, null, kind, 1, LocalDate.of(2026, 9, 1), 0, List.of(questions));
    }

    private static Map<String, String> problems(QuestionnaireVersion version, Map<String, String> fields) {
        return new Answer(fields).problems(version);
    }

    @Test
    void keepsACompleteAnswer() {
        assertThat(problems(HOT, Map.of("usefulness", "4", "unclear", "Les groupes", "helpWanted", "TUTORIEL")))
                .isEmpty();
        assertThat(problems(COLD, Map.of("useFrequency", "JAMAIS"))).isEmpty();
    }

    @Test
    void saysWhichMarkIsMissingOrOutOfRange() {
        assertThat(problems(HOT, Map.of())).containsOnlyKeys("usefulness");
        for (String wrong : List.of("5", "0", "-1", "2,5", "deux", "99999999999999999999999")) {
            assertThat(problems(HOT, Map.of("usefulness", wrong)))
                    .containsEntry("usefulness", "Choisissez une note de 1 à 4.");
        }
    }

    @Test
    void wantsBothSidesOfAPairOrNone() {
        assertThat(problems(HOT, Map.of("usefulness", "4", "connectAfter", "3")))
                .containsOnlyKeys("connectBefore");
        assertThat(problems(HOT, Map.of("usefulness", "4", "connectBefore", "1", "connectAfter", "3")))
                .isEmpty();
    }

    @Test
    void refusesATextThatIsTooLongAtItsField() {
        assertThat(problems(HOT, Map.of("usefulness", "4", "unclear", "x".repeat(1001))))
                .containsOnlyKeys("unclear");
    }

    @Test
    void asksForAFrequencyAndTakesNoneThatDoesNotExist() {
        assertThat(problems(COLD, Map.of())).containsOnlyKeys("useFrequency");
        assertThat(problems(COLD, Map.of("useFrequency", "TOUJOURS"))).containsOnlyKeys("useFrequency");
    }
}
