package fr.forment.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.forment.french.Refusal;
import fr.forment.session.halfday.HalfDay;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A half-day from nine to noon. */
class TypedPresenceTest {

    private static final HalfDay MORNING =
            new HalfDay(1, LocalDateTime.of(2026, 11, 18, 9, 0), LocalDateTime.of(2026, 11, 18, 12, 0), null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9:30 | | | 150",
                "10h | | | 120",
                "10 h | | | 120",
                " 10H30 | | | 90",
                "10 heures 15 | | | 105",
                "8h45 | 11:00 | | 120",
                " | 11h | | 120",
                "9h30 | 13h | | 150",
                " | | 90 | 90",
                " | | 1 h 30 | 90",
                " | | 1h05 | 65",
                " | | 45 min | 45",
                " | | 1,5 h | 90",
                " | | 9 | 9",
                "9 h 30 | | 2 h 30 | 150",
                "10h | 11h | 60 | 60"
            })
    void isReadAsPeopleTypeIt(String arrival, String departure, String duration, int minutes) {
        assertThat(new TypedPresence(arrival, departure, duration).minutes(MORNING, "Ana Bel"))
                .isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | | | indiquez l'heure",
                "midi | | | « midi » n'est pas une heure",
                "25h | | | n'est pas une heure",
                "13h | | | tenir dans la demi-journée",
                "11h | 10h | | l'arrivée avant le départ",
                "9h | 12h | | 1 à 179 minutes",
                " | | 3 h | 1 à 179 minutes",
                " | | 0 | 1 à 179 minutes",
                " | | 10h15 | l'heure d'arrivée ou de départ",
                "9 h 30 | | 30 | de l'arrivée au départ, il y a 2 h 30, et la durée dit 30 min",
                "9h30 | 11h | 2 h | Corrigez",
                " | | longtemps | n'est pas une durée",
                "<b>9h</b> | | | n'est pas une heure"
            })
    void isRefusedWithTheNameAndAWayToWriteIt(String arrival, String departure, String duration, String told) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new TypedPresence(arrival, departure, duration).minutes(MORNING, "Ana Bel"))
                .withMessageStartingWith("Ana Bel : ")
                .withMessageContaining(told);
    }
}
