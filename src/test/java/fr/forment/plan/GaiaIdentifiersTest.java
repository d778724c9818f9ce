package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.french.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaiaIdentifiersTest {

    @Test
    void readsWhatPeopleTypeWithSpacesAndSmallLetters() {
        assertThat(GaiaIdentifiers.read(" 26 d 035\u00a00123 ", "70 125"))
                .isEqualTo(new GaiaIdentifiers("26D0350123", "70125"));
        assertThat(GaiaIdentifiers.read("12A0250001", "70125").areComplete()).isTrue();
    }

    @Test
    void mayBeUnknownBothOrOne() {
        assertThat(GaiaIdentifiers.read(null, " ")).isEqualTo(GaiaIdentifiers.NONE);
        assertThat(GaiaIdentifiers.read("26D0350123", "").areComplete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"26E0350123", "26D035012", "26D03501234", "2026D0350123", "D260350123", "26D035O123", "=1+1"})
    void refusesADispositifOfAnotherForm(String typed) {
        assertThatThrownBy(() -> GaiaIdentifiers.read(typed, ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dispositif")
                .hasMessageContaining("26D0350123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7012", "701255", "7012a", "-7012", "٧٠١٢٥"})
    void refusesAModuleOfAnotherForm(String typed) {
        assertThatThrownBy(() -> GaiaIdentifiers.read("", typed))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cinq chiffres");
    }
}
