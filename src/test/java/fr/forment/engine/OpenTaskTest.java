package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OpenTaskTest {

    private static final OpenTask DUE_IN_THE_MORNING = new OpenTask(
            "1",
            "Répondre",
            "needsSurvey",
            "answer",
            "7",
            Instant.parse("2026-09-07T06:00:00Z"),
            Instant.parse("2026-09-25T06:00:00Z"),
            "/");

    @Test
    void isLateFromTheDayAfter() {
        assertThat(DUE_IN_THE_MORNING.isLate(at("2026-09-25T21:59:00Z")))
                .as("the evening of the day itself")
                .isFalse();
        assertThat(DUE_IN_THE_MORNING.isLate(at("2026-09-25T22:01:00Z")))
                .as("after midnight in Paris")
                .isTrue();
    }

    @Test
    void isNeverLateWithoutADay() {
        assertThat(new OpenTask("1", "Répondre", "needsSurvey", "answer", "7", Instant.EPOCH, null, "/")
                        .isLate(at("2026-09-25T22:01:00Z")))
                .isFalse();
    }

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneId.of("Europe/Paris"));
    }
}
