package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too far away to be looked at day by day. */
class HappeningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    @ParameterizedTest
    @ValueSource(strings = {"2030-01-01", "9999-12-31", "+999999999-12-31"})
    void refusesALastDayFarAway(String until) {
        assertThatThrownBy(() -> closed(LocalDate.parse(until)).checked(TODAY)).hasMessageContaining("trop lointain");
    }

    @Test
    void takesAWholeSchoolYear() {
        assertThatCode(() -> closed(LocalDate.of(2027, 7, 5)).checked(TODAY)).doesNotThrowAnyException();
        assertThatCode(() -> closed(null).checked(TODAY)).doesNotThrowAnyException();
    }

    private static Happening closed(LocalDate until) {
        return new Happening(Happened.FERMETURE, List.of(), List.of(), true, null, TODAY, until);
    }
}
