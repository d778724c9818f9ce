package fr.forment.project;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.engine.Tables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code openingGate}, one row per rule and per limit; the project asks for 50 % of the teachers. */
class OpeningGateTest {

    private final Tables tables = Tables.of("project");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | true | 100 | true | true | true | false | open | READY",
                "true | true | 50 | true | true | true | false | open | READY",
                "false | true | 100 | true | true | true | false | refused | DIRECTOR_NOT_TRAINED",
                "true | false | 100 | true | true | true | false | refused | RESOURCE_PERSON_NOT_TRAINED",
                "true | true | 49 | true | true | true | false | refused | TEACHERS_NOT_TRAINED",
                "true | true | 100 | false | true | true | false | refused | CHARTER_NOT_SIGNED",
                "false | false | 0 | false | true | true | false | refused | DIRECTOR_NOT_TRAINED RESOURCE_PERSON_NOT_TRAINED TEACHERS_NOT_TRAINED CHARTER_NOT_SIGNED",
                "true | false | 0 | false | true | true | true | open | WAIVED",
                "false | true | 0 | false | true | true | true | open | WAIVED",
                "true | true | 100 | true | true | true | true | open | WAIVED",
                "false | false | 0 | true | true | true | true | refused | NOBODY_TRAINED",
                "false | false | 60 | true | true | true | true | open | WAIVED",
                "true | true | 100 | true | false | true | false | refused | ACCOUNTS_NOT_READY",
                "true | true | 100 | true | true | false | false | refused | NETWORK_NOT_READY",
                "true | true | 100 | true | false | false | true | open | WAIVED"
            })
    void answers(
            boolean director,
            boolean resourcePerson,
            int share,
            boolean charter,
            boolean accounts,
            boolean network,
            boolean waived,
            String verdict,
            String reasons) {
        List<Map<String, Object>> rows = tables.decide(
                "openingGate",
                Map.of(
                        "directorTrained",
                        director,
                        "resourcePersonTrained",
                        resourcePerson,
                        "teacherShare",
                        share,
                        "threshold",
                        50,
                        "charterSigned",
                        charter,
                        "accountsReady",
                        accounts,
                        "networkReady",
                        network,
                        "waived",
                        waived));
        assertThat(rows).extracting(row -> row.get("verdict")).containsOnly(verdict);
        assertThat(rows).extracting(row -> row.get("reason")).containsExactly((Object[]) reasons.split(" "));
        if (verdict.equals("refused")) {
            assertThat(rows).allSatisfy(row -> assertThat(
                            GateReason.valueOf((String) row.get("reason")).label())
                    .isNotBlank());
        }
    }

    @Test
    void hasNoOtherRule() {
        assertThat(tables.rules("openingGate")).isEqualTo(11);
    }
}
