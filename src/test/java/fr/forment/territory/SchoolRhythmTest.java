package fr.forment.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolRhythmTest {

    /** 2 March 2027 is a Tuesday. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-02T09:00, QUATRE_JOURS,         true",
        "2027-03-02T16:15, QUATRE_JOURS,         true",
        "2027-03-02T16:15, INCONNU,              true",
        "2027-03-02T16:30, QUATRE_JOURS,         false",
        "2027-03-02T16:45, QUATRE_JOURS_ET_DEMI, false",
        "2027-03-03T09:00, QUATRE_JOURS_ET_DEMI, true",
        "2027-03-03T09:00, QUATRE_JOURS,         false",
        "2027-03-03T09:00, INCONNU,              false",
        "2027-03-03T12:00, QUATRE_JOURS_ET_DEMI, false"
    })
    void knowsWhenThereIsClass(LocalDateTime moment, SchoolRhythm rhythm, boolean isClassTime) {
        assertThat(rhythm.isClassTime(moment)).isEqualTo(isClassTime);
    }
}
