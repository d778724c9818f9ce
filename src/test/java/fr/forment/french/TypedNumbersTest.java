package fr.forment.french;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole numbers that are needed, and what a refusal repeats of what was typed. */
class TypedNumbersTest {

    @ParameterizedTest
    @CsvSource({"12,12", "' 1 000 ',1000", "-1,-1", "12.0,12", "999999999999,2147483647", "0007,7"})
    void isReadAsPeopleTypeIt(String typed, int number) {
        assertThat(Typed.whole(typed, "La quantité", "quantite")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "9,5", "9.5", "beaucoup", "1e99", "\u202e"})
    void isRefusedByItsNameAtItsField(String typed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Typed.whole(typed, "La quantité", "quantite"))
                .satisfies(no -> assertThat(no.fields()).containsExactly("quantite"))
                .withMessageContaining("La quantité s'écrit en chiffres");
    }

    @Test
    void whatIsNoNumberIsRefusedAtItsField() {
        assertThat(Typed.numberOrNull(" ", "resourcePersonId")).isNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Typed.numberOrNull("9,5", "resourcePersonId"))
                .satisfies(no -> assertThat(no.fields()).containsExactly("resourcePersonId"));
    }

    @Test
    void nothingLongOrUnseenIsRepeated() {
        assertThat(Typed.quoted(" midi ")).isEqualTo("« midi »");
        assertThat(Typed.quoted("a".repeat(5000))).hasSize(65).endsWith("a… »");
        assertThat(Typed.quoted("\u202emidi\n\u0000passé")).isEqualTo("« midi passé »");
        assertThat(TypedHours.advice("\u202e")).doesNotContain("\u202e").doesNotContain("«");
        assertThat(TypedHours.advice("b".repeat(5000))).hasSizeLessThan(200);
    }
}
