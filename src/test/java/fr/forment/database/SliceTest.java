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
}
