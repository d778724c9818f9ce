package fr.forment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.engine.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code trainingGrid.dmn}, one assertion per rule and per profile it names. */
class TrainingGridTest {

    private final Tables tables = Tables.of("catalogue");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1  | IEN CPD CPC ERUN         | PRES-CADRES  | 10  | true",
                "2  | IEN                      | FORM-INSPECTION | 12 | false",
                "3  | DIRECTEUR                | SENS-CHGT    | 20  | true",
                "4  | ENSEIGNANT               | SENS-CHGT    | 20  | false",
                "5  | DIRECTEUR ENSEIGNANT     | PRES-ECOLE   | 30  | true",
                "6  | PARENT                   | PRES-PARENTS | 40  | false",
                "7  | ELEVE                    | PRES-ELEVES  | 42  | false",
                "8  | NON_ENSEIGNANT           | PRES-PERSONNELS | 44 | false",
                "9  | DIRECTEUR ENSEIGNANT NON_ENSEIGNANT | CHARTE | 46 | false",
                "10 | PARENT ELEVE             | CHARTE-FAMILLES | 48 | false",
                "11 | ENSEIGNANT               | PEDA-1       | 50  | false",
                "12 | ENSEIGNANT               | PEDA-2       | 60  | false",
                "13 | ENSEIGNANT               | PEDA-3       | 70  | false",
                "14 | ENSEIGNANT               | DISC         | 72  | false",
                "15 | PERSONNE_RESSOURCE       | RES-ECOLE    | 74  | true",
                "16 | FORMATEUR                | FORM-FORMATEURS | 76 | false",
                "17 | ENSEIGNANT               | COMM         | 80  | false",
                "18 | ERUN DSI                 | ADM-ERUN     | 90  | true",
                "19 | DIRECTEUR ADMINISTRATEUR | ADM-DIR      | 100 | true",
                "20 | ERUN IEN IEN_NUMERIQUE   | MAJ          | 110 | false"
            })
    void givesTheModuleToTheProfilesOfTheRule(
            int rule, String profiles, String module, int order, boolean beforeOpening) {
        for (String profile : profiles.split(" ")) {
            assertThat(decide(profile))
                    .as("rule %d for %s", rule, profile)
                    .contains(Map.of("moduleCode", module, "order", order, "beforeOpening", beforeOpening));
        }
    }

    @Test
    void hasNoOtherRule() {
        assertThat(tables.rules("trainingGrid")).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void hasAModuleForEveryPublic(Profile profile) {
        assertThat(decide(profile.name())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void saysTheSameAsTheLoadedGrid(Profile profile) {
        var expected = new ArrayList<Map<String, Object>>();
        for (TrainingModule module : Fiche.grid()) {
            if (module.profiles().contains(profile)) {
                expected.add(Map.of(
                        "moduleCode",
                        module.code(),
                        "order",
                        module.position(),
                        "beforeOpening",
                        module.isBeforeOpening(profile)));
            }
        }
        assertThat(decide(profile.name())).isEqualTo(expected);
    }

    private List<Map<String, Object>> decide(String profile) {
        return tables.decide("trainingGrid", Map.of("profile", profile));
    }
}
