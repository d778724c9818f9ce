package fr.forment.benchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One draw of each kind, a few steps each; the benchmark draws ten and lets them run. */
class KindTest {

    private static final int STEPS = 15;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void breaksNothing(Kind kind) {
        KindBars.Found found = KindBars.of(kind, 1, STEPS);

        assertThat(found.broken()).isEmpty();
        assertThat(found.sessions()).matches(sessions -> kind == Kind.EVERYBODY_TRAINED || sessions > 0);
    }
}
