package fr.forment.overview.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentFiguresTest {

    private static final List<String> MANY =
            IntStream.range(0, 11).mapToObj(each -> "035000" + each + "A").toList();

    private final AtomicInteger looked = new AtomicInteger();

    @Test
    void whoAnswersForFewReadsWhatIsTrueNow() {
        var recent = new RecentFigures(Duration.ofMinutes(10));
        List<String> few = MANY.subList(0, 10);
        assertThat(recent.mayBeOld(few)).isFalse();
        assertThat(recent.of("board", few, looked::incrementAndGet)).isEqualTo(1);
        assertThat(recent.of("board", few, looked::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void figuresOfManyAreKeptApartAndForAWhile() {
        var recent = new RecentFigures(Duration.ofMinutes(10));
        assertThat(recent.mayBeOld(MANY)).isTrue();
        assertThat(recent.of("board", MANY, looked::incrementAndGet)).isEqualTo(1);
        assertThat(recent.of("board", MANY, looked::incrementAndGet)).isEqualTo(1);
        assertThat(recent.of("drift", MANY, looked::incrementAndGet)).isEqualTo(2);
        var others = MANY.stream().map(uai -> uai.replace('A', 'B')).toList();
        assertThat(recent.of("board", others, looked::incrementAndGet)).isEqualTo(3);
    }

    @Test
    void nothingIsKeptLongerThanAsked() {
        var recent = new RecentFigures(Duration.ofNanos(1));
        recent.of("board", MANY, looked::incrementAndGet);
        assertThat(recent.of("board", MANY, looked::incrementAndGet)).isEqualTo(2);
    }
}
