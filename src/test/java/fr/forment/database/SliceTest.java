package fr.forment.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceTest {

    private static final List<Integer> MANY =
            IntStream.rangeClosed(1, 120).boxed().toList();

    @Test
    void cutsALongListIntoPages() {
        Slice<Integer> second = Slice.of(MANY, 2);
        assertThat(second.rows()).hasSize(50).startsWith(51).endsWith(100);
        assertThat(second)
                .extracting(Slice::page, Slice::pages, Slice::from, Slice::to, Slice::total)
                .containsExactly(2, 3, 51, 100, 120);
        assertThat(Slice.of(MANY, 3).rows()).hasSize(20).endsWith(120);
    }

    @Test
    void showsTheNearestPageForOneThatIsNot() {
        assertThat(Slice.of(MANY, 99).page()).isEqualTo(3);
        assertThat(Slice.of(MANY, -4).page()).isEqualTo(1);
        Slice<Integer> none = Slice.of(List.of(), 1);
        assertThat(none)
                .extracting(Slice::pages, Slice::from, Slice::to, Slice::total)
                .containsExactly(1, 0, 0, 0);
    }

    @Test
    void turnsAListThatOnlyGrowsSoFarAndSaysThatThereIsMore() {
        Slice<Integer> far = Slice.beginning(999, Slice.FAR + 1, (from, size) -> List.of(from, size));
        assertThat(far.rows()).containsExactly(Slice.FAR - Slice.SIZE, Slice.SIZE);
        assertThat(far.isCut()).isTrue();
        assertThat(far.pages()).isEqualTo(Slice.FAR / Slice.SIZE);
        assertThat(Slice.beginning(1, Slice.FAR, (from, size) -> List.of()).isCut())
                .isFalse();
        assertThat(Slice.read(1, 3 * Slice.FAR, (from, size) -> List.of()).isCut())
                .as("another list is turned to its end")
                .isFalse();
    }
}
