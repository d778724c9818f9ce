package fr.forment.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.forment.french.Refusal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Suppositions as people type them. */
class TypedRangesTest {

    @Test
    void aLongTextIsRefusedAtOnceAndNotRepeated() {
        String typed = "a" + " ".repeat(60_000) + "b";
        Refusal refusal = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> catchThrowableOfType(Refusal.class, () -> new TypedRanges(
                                Map.of(TypedRanges.name(Assumption.values()[0], Scenario.LOW), typed))
                        .read()));
        assertThat(refusal).isNotNull();
        assertThat(refusal.getMessage()).contains("n'est pas un nombre").hasSizeLessThan(300);
    }
}
