package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.plan.calculation.Goal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerPriceTest {

    @Test
    void saysKilometresDatesAndRoomsInWords() {
        assertThat(new AnswerPrice(Map.of(Goal.PERSONNE_KM, -14L), 1).inFrench(2, 25))
                .isEqualTo(
                        "14 personnes-kilomètres de moins, 2 dates changent pour 25 personnes, 1 salle à réserver de plus");
        assertThat(new AnswerPrice(Map.of(Goal.PERSONNE_KM, 1L), -2).inFrench(1, 1))
                .isEqualTo("1 personne-kilomètre de plus, 1 date change pour 1 personne, 2 salles à réserver de moins");
        assertThat(new AnswerPrice(Map.of(), 0).inFrench(0, 0))
                .isEqualTo("aucun kilomètre de plus, aucune date ne change");
        assertThat(new AnswerPrice(Map.of(Goal.REMPLACEMENT, 2L), 0).inFrench(0, 0))
                .endsWith("aucune date ne change, 2 demi-journées de plus à remplacer");
    }
}
