package fr.forment.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.engine.Tables;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NewcomerPathTest {

    private final Tables tables = Tables.of("arrival");
    private final NewcomerPath paths = new NewcomerPath(tables);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "IEN         | false | PRES-CADRES",
                "CPC         | true  | PRES-CADRES",
                "ERUN        | false | PRES-CADRES ADM-ERUN",
                "DSI         | false | ADM-ERUN",
                "DIRECTEUR   | false | SENS-CHGT PRES-ECOLE ADM-DIR",
                "DIRECTEUR   | true  | ADM-DIR",
                "ADJOINT     | false | PRES-ECOLE PEDA-1 COMM",
                "ADJOINT     | true  | PEDA-1",
                "PES         | false | PRES-ECOLE PEDA-1 COMM",
                "CONTRACTUEL | false | PRES-ECOLE PEDA-1",
                "CONTRACTUEL | true  | PEDA-1"
            })
    void dependsOnTheFunctionAndOnWhatThePersonKnows(AgentFunction function, boolean entExperience, String modules) {
        assertThat(paths.of(function, entExperience, false, Set.of()))
                .isEqualTo(modules == null ? List.of() : List.of(modules.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "TR          | false | PRES-ECOLE",
                "TR          | true  | -",
                "CONTRACTUEL | false | PRES-ECOLE",
                "ADJOINT     | false | PRES-ECOLE",
                "PES         | true  | -"
            })
    void isShortForWhoReplaces(AgentFunction function, boolean entExperience, String modules) {
        assertThat(paths.of(function, entExperience, true, Set.of()))
                .isEqualTo(modules == null ? List.of() : List.of(modules.split(" ")));
    }

    @Test
    void leavesOutWhatWasLearntElsewhere() {
        assertThat(paths.of(AgentFunction.ADJOINT, false, false, Set.of("PRES-ECOLE", "COMM")))
                .containsExactly("PEDA-1");
        assertThat(paths.of(AgentFunction.ADJOINT, false, false, Set.of("PRES-ECOLE", "PEDA-1", "COMM")))
                .isEmpty();
    }

    @Test
    void asksNoFirstLevelOfWhoHoldsTheSecond() {
        assertThat(paths.of(AgentFunction.ADJOINT, false, false, Set.of("PEDA-2")))
                .containsExactly("COMM");
        assertThat(paths.of(AgentFunction.TR, false, true, Set.of("PEDA-1"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"AESH", "FOURNISSEUR", "SECRETAIRE"})
    void asksNothingOfFunctionsTheTableOfTheFicheDoesNotName(AgentFunction function) {
        assertThat(paths.of(function, false, false, Set.of())).isEmpty();
    }

    @Test
    void hasEightRules() {
        assertThat(tables.rules("newcomerPath")).isEqualTo(8);
    }
}
