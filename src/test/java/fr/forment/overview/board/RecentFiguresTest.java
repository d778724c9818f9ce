package fr.forment.overview.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentFiguresTest {

    private static final List<String> MANY =
            IntStream.range(0, 11).mapToObj(each -> "035000" + each + "A").toList();

    private static final Instant MORNING = Instant.parse("2026-11-10T08:30:00Z");

    private final AtomicInteger looked = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };

    @Test
    void whoAnswersForFewReadsWhatIsTrueNow() {
        var recent = new RecentFigures(Duration.ofMinutes(10), clock);
        List<String> few = MANY.subList(0, 10);
        assertThat(recent.mayBeOld(few)).isFalse();
        assertThat(recent.of("board", few, looked::incrementAndGet)).isEqualTo(1);
        assertThat(recent.of("board", few, looked::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void figuresOfManyAreKeptApartAndForAWhile() {
        var recent = new RecentFigures(Duration.ofMinutes(10), clock);
        assertThat(recent.mayBeOld(MANY)).isTrue();
        assertThat(recent.of("board", MANY, looked::incrementAndGet)).isEqualTo(1);
        assertThat(recent.of("board", MANY, looked::incrementAndGet)).isEqualTo(1);
        assertThat(recent.of("drift", MANY, looked::incrementAndGet)).isEqualTo(2);
        var others = MANY.stream().map(uai -> uai.replace('A', 'B')).toList();
        assertThat(recent.of("board", others, looked::incrementAndGet)).isEqualTo(3);
    }

    @Test
    void nothingIsKeptLongerThanAskedByTheClockOfTheApplication() {
        var recent = new RecentFigures(Duration.ofMinutes(10), clock);
        recent.of("board", MANY, looked::incrementAndGet);
        now.set(MORNING.plus(Duration.ofDays(3)));
        assertThat(recent.of("board", MANY, looked::incrementAndGet)).isEqualTo(2);
        now.set(MORNING);
        assertThat(recent.of("board", MANY, looked::incrementAndGet))
                .as("set back")
                .isEqualTo(3);
    }

    /** What another page has just shown is what the first page shows, and of which moment. */
    @Test
    void onePageDoesNotContradictTheOther() {
        var recent = new RecentFigures(Duration.ofMinutes(10), clock);
        assertThat(recent.since("board", MANY)).isEmpty();
        recent.of("board", MANY, looked::incrementAndGet);
        now.set(MORNING.plus(Duration.ofMinutes(5)));
        assertThat(recent.since("board", MANY)).contains(MORNING);
        assertThat(recent.fresh("board", MANY, 13)).isEqualTo(13);
        assertThat(recent.of("board", MANY, looked::incrementAndGet)).isEqualTo(13);
        assertThat(recent.since("board", MANY)).contains(MORNING.plus(Duration.ofMinutes(5)));
        assertThat(recent.since("board", MANY.subList(0, 3))).isEmpty();
    }
}
