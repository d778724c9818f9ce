package fr.forment.overview.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases whose answer is known without computing. */
class EvennessTest {

    @Test
    void allAlikeIsAHundred() {
        Evenness evenness = Evenness.of(0.4, 0.4, 0.4);
        assertThat(evenness.gini()).isCloseTo(0, within(1e-9));
        assertThat(evenness.gap()).isZero();
        assertThat(evenness.index()).isEqualTo(100);
    }

    @Test
    void oneThatHasEverythingAmongFourIsThreeQuarters() {
        assertThat(Evenness.of(0, 0, 1, 0).gini()).isCloseTo(0.75, within(1e-9));
        assertThat(Evenness.of(0, 0, 1, 0).gap()).isEqualTo(1);
    }

    @Test
    void halfAndDoubleIsASixth() {
        assertThat(Evenness.of(0.25, 0.5).gini()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(Evenness.of().index()).isEqualTo(100);
        assertThat(Evenness.of(0, 0).index()).isEqualTo(100);
        assertThat(Evenness.median(0.1, 0.9, 0.5)).isEqualTo(0.5);
        assertThat(Evenness.median(0.1, 0.3)).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void saysWhichCirconscriptionDrifts() {
        CoverageMap map = CoverageMap.of(List.of(
                new Trained("A", "M", 10, 8, 0),
                new Trained("B", "M", 10, 7, 0),
                new Trained("C", "M", 10, 4, 0),
                new Trained("C", "N", 10, 30, 0)));
        assertThat(map.lines()).extracting(CoverageMap.Line::place).containsExactly("B", "C", "A");
        assertThat(map.lines()).extracting(line -> line.whole().percent()).containsExactly(70, 70, 80);
        assertThat(map.lines()).noneMatch(CoverageMap.Line::drifts);
        CoverageMap far = CoverageMap.of(List.of(
                new Trained("A", "M", 10, 8, 0), new Trained("B", "M", 10, 8, 0), new Trained("C", "M", 10, 5, 0)));
        assertThat(far.lines().get(0).place()).isEqualTo("C");
        assertThat(far.lines().get(0).drifts()).isTrue();
        assertThat(far.lines().get(1).drifts()).isFalse();
        assertThat(far.byModule().get("M").trained()).isEqualTo(21);
    }
}
