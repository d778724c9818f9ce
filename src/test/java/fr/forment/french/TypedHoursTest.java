package fr.forment.french;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedHoursTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "13 h 30;810",
                "13h30;810",
                "13:30;810",
                "13,5;810",
                "13.5;810",
                "13,50 h;810",
                "13 h;780",
                "13;780",
                "13 heures;780",
                "0 h;0",
                "1 h 5;65",
                "1 h 05 min;65",
                "45 min;45",
                "90 minutes;90",
                " 13\u00a0h\u202f30 ;810",
                "13 H 30;810",
                "0,33;20",
                "8 h 24;504"
            })
    void readsWhatPeopleType(String typed, int minutes) {
        assertThat(TypedHours.minutes(typed, "La durée")).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 h 75", "treize", "-3", "13 h 30 h", "1/2", "13,5,0", "1e3", "h", "99999"})
    void refusesTheRestAndShowsHowToWriteIt(String typed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TypedHours.minutes(typed, "75 %, heures dues"))
                .withMessageStartingWith("75 %, heures dues : « " + typed + " »")
                .withMessageContaining("1 h 30, 1,5 ou 45 min");
    }

    @Test
    void nothingTypedIsNothingSaid() {
        assertThat(TypedHours.minutes("  ", "La durée")).isNull();
        assertThat(TypedHours.minutes(null, "La durée")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 h", "45, 45 min", "60, 1 h", "65, 1 h 05", "810, 13 h 30", "1080, 18 h", "-90, −1 h 30"})
    void writesThemBack(int minutes, String text) {
        assertThat(French.duration(minutes)).isEqualTo(text);
        if (minutes >= 0) {
            assertThat(TypedHours.minutes(text, "La durée")).isEqualTo(minutes);
        }
    }

    /** What the house writes, a field of the house reads: no minute is lost or turned, of a day or of a length. */
    @Test
    void everyHourAndEveryLengthComesBackAsItWasWritten() {
        for (int minute = 0; minute < 24 * 60; minute++) {
            LocalTime time = LocalTime.MIN.plusMinutes(minute);
            assertThat(TypedHours.time(French.time(time))).as(French.time(time)).contains(time);
            assertThat(TypedHours.time(French.field(time)))
                    .as(French.field(time))
                    .contains(time);
        }
        for (int minutes = 0; minutes <= 200 * 60; minutes++) {
            assertThat(TypedHours.minutes(French.duration(minutes), "La durée"))
                    .as(French.duration(minutes))
                    .isEqualTo(minutes);
        }
    }

    /** The same length in each of the ways people write it. */
    @Test
    void eachWayOfWritingOneLengthIsRead() {
        for (int minutes = 60; minutes < 20 * 60; minutes++) {
            int hours = minutes / 60;
            String rest = "%02d".formatted(minutes % 60);
            for (String typed : List.of(
                    hours + "h" + rest,
                    hours + " h " + rest,
                    hours + ":" + rest,
                    hours + "H" + rest,
                    minutes + " min")) {
                assertThat(TypedHours.minutes(typed, "La durée")).as(typed).isEqualTo(minutes);
            }
        }
    }
}
