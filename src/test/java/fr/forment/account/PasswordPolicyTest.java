package fr.forment.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final List<String> CLAIRE =
            List.of("a1042", "Claire", "Le Gall-Évrard", "claire.morvan@exemple.invalid");

    @ParameterizedTest
    @ValueSource(strings = {"bienvenue-2026", "Le chat dort !", "Ôtez-le-12éàç", "MAJUSCULES-2026"})
    void acceptsTwelveCharactersOfThreeKinds(String password) {
        assertThat(PasswordPolicy.objection(password, CLAIRE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Court-2026, 12 caractères",
        "toutenminuscules, trois sortes",
        "minuscules2026, trois sortes",
        "xxA1042-abcdefg, ni votre nom",
        "J-aime-CLAIRE-2026, ni votre nom",
        "legall evrard 2026, ni votre nom",
        "Claire_Morvan.2026, ni votre nom"
    })
    void saysWhyNot(String password, String reason) {
        assertThat(PasswordPolicy.objection(password, CLAIRE).orElseThrow()).contains(reason);
    }

    @Test
    void saysEveryPartThatIsMissingAtOnce() {
        assertThat(PasswordPolicy.objection("claire", CLAIRE).orElseThrow())
                .contains(
                        "12 caractères au moins, il en compte 6",
                        "il y manque des majuscules ou des chiffres ou des autres signes",
                        "ni votre nom")
                .doesNotContain("minuscules ou");
    }

    /** Who chooses one reads before typing all that a refusal could say. */
    @ParameterizedTest
    @ValueSource(strings = {"access/choose", "access/password"})
    void theRuleStandsBesideEveryNewPassword(String page) throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/templates", page + ".html")))
                .contains("~{access/passwordRule :: rule}", "aria-describedby=\"regle\"");
        assertThat(Files.readString(Path.of("src/main/resources/templates/access/passwordRule.html")))
                .contains(
                        "id=\"regle\"",
                        "12 caractères",
                        "72",
                        "trois sortes",
                        "minuscules",
                        "majuscules",
                        "chiffres",
                        "espace",
                        "ni votre nom, ni votre identifiant");
    }

    @Test
    void refusesWhatBcryptWouldCutOff() {
        assertThat(PasswordPolicy.objection("Aé1".repeat(18), CLAIRE)).isEmpty();
        assertThat(PasswordPolicy.objection("Aé1".repeat(19), CLAIRE).orElseThrow())
                .contains("72");
        assertThat(PasswordPolicy.objection(null, CLAIRE)).isPresent();
    }

    @Test
    void aNameOfTwoLettersForbidsNothing() {
        assertThat(PasswordPolicy.objection("le-lilas-de-2026", List.of("a7", "Li", "Bo", "")))
                .isEmpty();
    }
}
