package fr.forment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The share of those who use the ENT each week is of those who have it. */
class OpenSchoolsShareTest {

    private static final Followed ONE = new Followed(1L, null);
    private static final Followed OTHER = new Followed(2L, null);

    @Test
    void whoHasNoEntYetIsLeftOutAndLeavesTheShareReadable() {
        var said = new Published(List.of(cell(ONE, 7, 6, 3)));
        assertThat(said.mean(0, Set.of(ONE))).hasValue(0.5);
        assertThat(said.base(0, Set.of(ONE))).isEqualTo(6);
        assertThat(said.answers(Set.of(ONE))).isEqualTo(7);
        assertThat(new Heard.Mean("useFrequency", QuestionKind.FREQUENCY, "Souvent ?", 8, 6, 0.5, false)
                        .base()
                        .replace('\u00a0', ' '))
                .isEqualTo("sur 6 réponses d'écoles ouvertes");
    }

    /** Otherwise the share of both, less that of the one, would be of those four. */
    @Test
    void noTwoSharesAreOfFewerThanFivePeopleApart() {
        var said = new Published(List.of(cell(ONE, 6, 6, 3), cell(OTHER, 6, 4, 4)));
        assertThat(said.mean(0, Set.of(OTHER))).isEmpty();
        assertThat(said.base(0, Set.of(ONE, OTHER))).isEqualTo(6);
        assertThat(said.mean(0, Set.of(ONE, OTHER))).hasValue(0.5);
    }

    private static Published.Cell cell(Followed followed, int answers, int open, double weekly) {
        return new Published.Cell(
                UUID.randomUUID(), followed, answers, new int[] {answers}, new int[] {open}, new double[] {weekly});
    }
}
