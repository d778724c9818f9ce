package fr.forment.french;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as people and browsers send them. */
class TypedDayTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "24/11/2026", " 24/11/2026 "})
    void isReadHoweverItIsWritten(String typed) {
        assertThat(Typed.day(typed)).contains(LocalDate.of(2026, 11, 24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demain", "2026-13-45", "31/2/2026", "2026-02-31"})
    void isNone(String typed) {
        assertThat(Typed.day(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2027", "99999-01-01", "bientôt"})
    void whatIsNoDayIsNeitherMissingNorAForm(String typed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Typed.date(typed, "Indiquez la date.", "jour"))
                .withMessageStartingWith("Cette date n'existe pas, ou ne se lit pas")
                .satisfies(no -> assertThat(no.fields()).containsExactly("jour"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Typed.dateOrNull(typed, "jour"))
                .withMessageStartingWith("Cette date n'existe pas, ou ne se lit pas")
                .satisfies(no -> assertThat(no.fields()).containsExactly("jour"));
    }

    @Test
    void whatIsLeftOutIsSaidToBe() {
        assertThat(Typed.dateOrNull(" ", "jour")).isNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Typed.date(" ", "Indiquez la date.", "jour"))
                .withMessage("Indiquez la date.")
                .satisfies(no -> assertThat(no.fields()).containsExactly("jour"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00a0\u202f", "\u2800\u3164", " \u202e\n", "\ufeff"})
    void whatNobodySeesSaysNothing(String typed) {
        assertThat(Typed.clean(typed)).isEmpty();
        assertThat(Typed.text(typed)).isEmpty();
    }

    @Test
    void whatPeopleTypeStays() {
        assertThat(Typed.clean("fdp.\u202eexe")).isEqualTo("fdp.exe");
        assertThat(Typed.clean("à 9\u00a0h 30 :\n\t– oui")).isEqualTo("à 9\u00a0h 30 :\n\t– oui");
        assertThat(Typed.text("\u00a0 Réunion\u00a0! \u202f")).isEqualTo("Réunion\u00a0!");
    }

    @Test
    void isBroughtWithinYearsThatCanBeRefusedKindly() {
        assertThat(Typed.day("+999999999-12-31")).contains(LocalDate.of(2999, 12, 31));
        assertThat(Typed.day("-99999999-01-04")).contains(LocalDate.of(1900, 1, 1));
    }
}
