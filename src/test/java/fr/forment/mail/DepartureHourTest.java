package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DepartureHourTest {

    private static final Instant NOW = Instant.parse("2026-11-09T17:30:00Z");
    private static final Instant END = Instant.parse("2026-11-09T23:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-10T07:00:00Z");

    @Test
    void anHourThatComesAfterTheEndIsNow() {
        assertThat(DepartureHour.of(MORNING, END, NOW)).isEqualTo(NOW);
        assertThat(DepartureHour.of(MORNING, null, NOW)).isEqualTo(MORNING);
        assertThat(DepartureHour.of(MORNING, MORNING, NOW)).isEqualTo(MORNING);
        assertThat(DepartureHour.of(MORNING, NOW.minusSeconds(1), NOW))
                .as("of no use at any hour")
                .isEqualTo(MORNING);
    }

    @Test
    void aTryThatWouldComeTooLateComesBeforeTheEnd() {
        assertThat(DepartureHour.again(NOW.plusSeconds(60), END, NOW)).isEqualTo(NOW.plusSeconds(60));
        Instant last = NOW;
        for (int tries = 0; tries < 8; tries++) {
            Instant next = DepartureHour.again(last.plusSeconds(3600), END, last);
            assertThat(next).isAfter(last).isBefore(END);
            last = next;
        }
        assertThat(DepartureHour.again(END.plusSeconds(3600), END, END.minusSeconds(30)))
                .as("no time left")
                .isAfter(END);
    }
}
