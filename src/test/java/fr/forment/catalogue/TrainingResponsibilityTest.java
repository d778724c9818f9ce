package fr.forment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.engine.Tables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code trainingResponsibility.dmn}, one assertion per rule and per pair it names. */
class TrainingResponsibilityTest {

    private static final String EVERY_RUBRIC = "PRESENTATION PEDAGOGIE COMMUNICATION ADMINISTRATIF MISE_A_JOUR";

    private final Tables tables = Tables.of("catalogue");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1  | IEN CPD CPC ERUN           | PRESENTATION            | EDUCATION_NATIONALE | IEN_NUMERIQUE",
                "2  | DIRECTEUR ENSEIGNANT PERSONNE_RESSOURCE | PRESENTATION            | EDUCATION_NATIONALE | EQUIPE_CIRCONSCRIPTION",
                "3  | PARENT                     | *                       | EDUCATION_NATIONALE | ENSEIGNANT",
                "4  | DIRECTEUR ENSEIGNANT PERSONNE_RESSOURCE | PEDAGOGIE COMMUNICATION | EDUCATION_NATIONALE | EQUIPE_CIRCONSCRIPTION",
                "5  | ERUN DSI                   | ADMINISTRATIF           | COLLECTIVITE        | FOURNISSEUR",
                "6  | DIRECTEUR ADMINISTRATEUR   | ADMINISTRATIF           | COLLECTIVITE        | ERUN_DSI",
                "7  | ERUN IEN IEN_NUMERIQUE     | MISE_A_JOUR             | COLLECTIVITE        | FOURNISSEUR",
                "8  | CPD CPC DSI ADMINISTRATEUR | MISE_A_JOUR             | COLLECTIVITE        | FOURNISSEUR",
                "9  | DIRECTEUR ENSEIGNANT PERSONNE_RESSOURCE | MISE_A_JOUR             | EDUCATION_NATIONALE | EQUIPE_CIRCONSCRIPTION",
                "10 | FORMATEUR                  | PRESENTATION COMMUNICATION ADMINISTRATIF MISE_A_JOUR | COLLECTIVITE | FOURNISSEUR",
                "11 | ELEVE                      | *                       | EDUCATION_NATIONALE | ENSEIGNANT",
                "12 | NON_ENSEIGNANT             | *                       | EDUCATION_NATIONALE | EQUIPE_CIRCONSCRIPTION",
                "13 | FORMATEUR                  | PEDAGOGIE               | EDUCATION_NATIONALE | IEN_NUMERIQUE"
            })
    void saysWhoAnswersAndWhoTrains(int rule, String profiles, String rubrics, String body, String trainer) {
        for (String profile : profiles.split(" ")) {
            for (String rubric : ("*".equals(rubrics) ? EVERY_RUBRIC : rubrics).split(" ")) {
                assertThat(decide(profile, rubric))
                        .as("rule %d for %s, %s", rule, profile, rubric)
                        .containsExactly(Map.of("responsibleBody", body, "trainerKind", trainer));
            }
        }
    }

    @Test
    void hasNoOtherRule() {
        assertThat(tables.rules("trainingResponsibility")).isEqualTo(13);
    }

    @Test
    void neverHasTwoAnswers() {
        for (Profile profile : Profile.values()) {
            for (Rubric rubric : Rubric.values()) {
                assertThat(decide(profile.name(), rubric.name())).hasSizeLessThan(2);
            }
        }
    }

    @Test
    void saysTheSameAsTheLoadedGrid() {
        for (TrainingModule module : Fiche.grid()) {
            for (Profile profile : module.profiles()) {
                assertThat(decide(profile.name(), module.rubric().name()))
                        .as("%s for %s", module.code(), profile)
                        .containsExactly(Map.of(
                                "responsibleBody",
                                module.responsibleBody().name(),
                                "trainerKind",
                                module.trainerKind().name()));
            }
        }
    }

    private List<Map<String, Object>> decide(String profile, String rubric) {
        return tables.decide("trainingResponsibility", Map.of("profile", profile, "rubric", rubric));
    }
}
