package fr.forment.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final List<String> CLAIRE = List.of("a1042", "Claire", "Le Gall-Évrard", "claire.morvan@exemple.invalid");

    @ParameterizedTest
    @ValueSource(strings = {"bienvenue-2026", "Le chat dort !", "Ôtez-le-12éàç", "MAJUSCULES-2026"})
    void acceptsTwelveCharactersOfThreeKinds(String password) {
        assertThat(PasswordPolicy.objection(password, CLAIRE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Court-2026, 12 caractères", "toutenminuscules, trois sortes", "minuscules2026, trois sortes",
        "xxA1042-abcdefg, ni votre nom", "J-aime-CLAIRE-2026, ni votre nom", "legall evrard 2026, ni votre nom",
        "Claire_Morvan.2026, ni votre nom"})
    void saysWhyNot(String password, String reason) {
        assertThat(PasswordPolicy.objection(password, CLAIRE).orElseThrow()).contains(reason);
    }

    @Test
    void refusesWhatBcryptWouldCutOff() {
        assertThat(PasswordPolicy.objection("Aé1".repeat(18), CLAIRE)).isEmpty();
        assertThat(PasswordPolicy.objection("Aé1".repeat(19), CLAIRE).orElseThrow()).contains("72");
        assertThat(PasswordPolicy.objection(null, CLAIRE)).isPresent();
    }

    @Test
    void aNameOfTwoLettersForbidsNothing() {
        assertThat(PasswordPolicy.objection("le-lilas-de-2026", List.of("a7", "Li", "Bo", ""))).isEmpty();
    }
}
