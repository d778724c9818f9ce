package fr.forment.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShockWordsTest {

    @Test
    void whatDiffersByItsSessionOnlyIsSaidOnceWithAllOfThem() {
        assertThat(ShockWords.once(List.of(
                        "la session de la ligne 3 n'est pas encore ouverte, ou ne peut plus changer",
                        "la session de la ligne 7 n'est pas encore ouverte, ou ne peut plus changer",
                        "le public, l'effectif ou la modalité de la session de la ligne 8 change",
                        "la date du plan, le mercredi 18 novembre 2026, ne se déplace que de 5 jours de classe",
                        "la date du plan, le jeudi 19 novembre 2026, ne se déplace que de 5 jours de classe")))
                .containsExactly(
                        "la session n'est pas encore ouverte, ou ne peut plus changer (lignes 3 et 7)",
                        "le public, l'effectif ou la modalité de la session de la ligne 8 change",
                        "la date du plan ne se déplace que de 5 jours de classe (mercredi 18 novembre 2026, jeudi 19 novembre 2026)");
    }

    @Test
    void nothingAskedStaysNothingAsked() {
        assertThat(ShockWords.once(null)).isNull();
        assertThat(ShockWords.once(List.of())).isEmpty();
    }
}
