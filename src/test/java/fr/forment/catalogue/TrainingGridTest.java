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
                "2  | DIRECTEUR                | SENS-CHGT    | 20  | true",
                "3  | ENSEIGNANT               | SENS-CHGT    | 20  | false",
                "4  | DIRECTEUR ENSEIGNANT     | PRES-ECOLE   | 30  | true",
                "5  | PARENT                   | PRES-PARENTS | 40  | false",
                "6  | ENSEIGNANT               | PEDA-1       | 50  | false",
                "7  | ENSEIGNANT               | PEDA-2       | 60  | false",
                "8  | ENSEIGNANT               | PEDA-3       | 70  | false",
                "9  | ENSEIGNANT               | COMM         | 80  | false",
                "10 | ERUN DSI                 | ADM-ERUN     | 90  | true",
                "11 | DIRECTEUR ADMINISTRATEUR | ADM-DIR      | 100 | true",
                "12 | ERUN IEN IEN_NUMERIQUE   | MAJ          | 110 | false"
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
        assertThat(tables.rules("trainingGrid")).isEqualTo(12);
    }

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"FORMATEUR", "ELEVE", "NON_ENSEIGNANT"})
    void hasNoModuleForPublicsThatOnlyTheTextNames(Profile profile) {
        assertThat(decide(profile.name())).isEmpty();
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
