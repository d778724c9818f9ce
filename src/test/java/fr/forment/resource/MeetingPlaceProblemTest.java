package fr.forment.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type as a place, and where nobody could come. */
class MeetingPlaceProblemTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0350423V",
                "Salle des fêtes, Redon",
                "Redon",
                "Mairie (Redon)",
                "À distance",
                "https://visio.exemple.fr/1,2",
                "Salle 3, Redon"
            })
    void isAPlace(String typed) {
        assertThat(MeetingPlace.problem(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0750001A", "0750001 a", ", Redon", " ,Redon", "Salle des fêtes,", "12", "…", ","})
    void isNone(String typed) {
        assertThat(MeetingPlace.problem(typed)).isPresent();
    }

    @Test
    void saysHowANumberIsWritten() {
        assertThat(MeetingPlace.problem("0350423 v"))
                .hasValueSatisfying(said -> assertThat(said).contains("« 0350423V »"));
        assertThat(MeetingPlace.problem("0750001A"))
                .hasValueSatisfying(said -> assertThat(said).contains("n'est le numéro (UAI) d'aucune école"));
    }
}
