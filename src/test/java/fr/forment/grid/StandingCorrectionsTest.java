package fr.forment.grid;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.grid.GridCorrection.Kind;
import fr.forment.grid.StandingCorrections.Standing;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingCorrectionsTest {

    private static GridCorrection made(Kind kind, int before, int after, int computed) {
        return new GridCorrection(
                1, OffsetDateTime.parse("2026-10-01T08:00:00+02:00"), "who", kind, before, after, computed, "why");
    }

    @Test
    void undoingBringsBackTheCorrectionBefore() {
        var twice = new StandingCorrections(List.of(made(Kind.CORRECTED, 4, 6, 4), made(Kind.CORRECTED, 6, 7, 5)));
        assertThat(twice.beforeLast()).contains(new Standing(6, 4));
        var undone = new StandingCorrections(
                List.of(made(Kind.CORRECTED, 4, 6, 4), made(Kind.CORRECTED, 6, 7, 5), made(Kind.UNDONE, 7, 6, 5)));
        assertThat(undone.isEmpty()).isFalse();
        assertThat(undone.beforeLast()).as("the computed figure is next").isEmpty();
    }

    @Test
    void nothingIsLeftToUndoOnceAllIsUndoneOrDropped() {
        assertThat(new StandingCorrections(List.of()).isEmpty()).isTrue();
        assertThat(new StandingCorrections(List.of(made(Kind.CORRECTED, 4, 6, 4), made(Kind.UNDONE, 6, 4, 4)))
                        .isEmpty())
                .isTrue();
        assertThat(new StandingCorrections(List.of(made(Kind.CORRECTED, 4, 6, 4), made(Kind.DROPPED, 6, 0, 0)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void keepingMovesTheGroundUnderACorrectionAndIsNoCorrectionOfItsOwn() {
        var kept = new StandingCorrections(
                List.of(made(Kind.CORRECTED, 4, 6, 4), made(Kind.KEPT, 6, 6, 5), made(Kind.CORRECTED, 6, 8, 5)));
        assertThat(kept.beforeLast()).contains(new Standing(6, 5));
    }
}
