package fr.forment.mail;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FrenchTest {

    @ParameterizedTest
    @CsvSource({"0, personne inscrite, 0 personne inscrite", "1, personne inscrite, 1 personne inscrite", "2, personne inscrite, 2 personnes inscrites",
            "3, lieu, 3 lieux", "4, niveau, 4 niveaux", "5, mois, 5 mois", "-1, jour, -1 jour"})
    void eachWordAgrees(long number, String singular, String said) {
        assertThat(French.count(number, singular)).isEqualTo(said);
    }
}
