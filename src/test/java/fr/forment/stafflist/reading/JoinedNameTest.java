package fr.forment.stafflist.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Nom et prénom" in one cell is taken apart where one reading only is possible. */
class JoinedNameTest {

    private static final List<String> COLUMNS = List.of("Nom et prénom", "Fonction");

    @ParameterizedTest
    @CsvSource({
        "LE GALL Hélène, LE GALL, Hélène",
        "Hélène LE GALL, LE GALL, Hélène",
        "MORVAN Marie Claire, MORVAN, Marie Claire",
        "Mme QUÉRÉ Anaïs, QUÉRÉ, Anaïs",
        "Jean-Paul D'HERVÉ, D'HERVÉ, Jean-Paul",
        "LE GALL-ÉVRARD H., LE GALL-ÉVRARD, H.",
        "'Le Gall, Hélène', Le Gall, Hélène",
        "Martin Zoé, Martin, Zoé",
        "MARTIN ZOE, MARTIN, ZOE",
        "Le Gall Hélène, Le Gall, Hélène",
        "de la Tour Anne, de la Tour, Anne"
    })
    void lastNameFirst(String cell, String lastName, String firstName) {
        assertThat(JoinedName.split(cell, true)).contains(new JoinedName(lastName, firstName));
    }

    @ParameterizedTest
    @CsvSource({
        "Zoé Martin, Martin, Zoé",
        "Hélène Le Gall, Le Gall, Hélène",
        "LE GALL Hélène, LE GALL, Hélène",
        "Anne de la Tour, de la Tour, Anne"
    })
    void firstNameFirst(String cell, String lastName, String firstName) {
        assertThat(JoinedName.split(cell, false)).contains(new JoinedName(lastName, firstName));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Martin",
                "MARTIN",
                "Marie Claire Morvan",
                "MORVAN MARIE CLAIRE",
                "Garcia Lopez Ana",
                "MORVAN Claire QUÉRÉ",
                "Morvan,",
                ", Claire"
            })
    void doesNotGuess(String cell) {
        assertThat(JoinedName.split(cell, true)).isEmpty();
    }

    @Test
    void theTitleProposesTheOrderAndNothingIsMissing() {
        ColumnMapping mapping = ColumnMapping.propose(StaffFileKind.TABLEAU, COLUMNS);
        assertThat(mapping.columns()).isEqualTo(Map.of(StaffField.NOM_PRENOM, 0, StaffField.FONCTION, 1));
        assertThat(mapping.missing(new ReadingChoices("0350122T", null))).isEmpty();
        assertThat(mapping.missing(ReadingChoices.none())).containsExactly(StaffField.UAI);
        assertThat(ColumnMapping.propose(StaffFileKind.TABLEAU, List.of("Prénom NOM", "Fonction"))
                        .columns())
                .containsEntry(StaffField.PRENOM_NOM, 0);
        assertThat(ColumnMapping.parse(mapping.toText(COLUMNS), COLUMNS)).isEqualTo(mapping);
    }

    @Test
    void twoColumnsGoBeforeAJoinedOne() {
        ColumnMapping mapping =
                ColumnMapping.propose(StaffFileKind.TABLEAU, List.of("Nom", "Prénom", "Agent", "Fonction"));
        Reading reading = new LineReader(
                        List.of("Nom", "Prénom", "Agent", "Fonction"), mapping, new ReadingChoices("0350122T", null))
                .read(2, List.of("Morvan", "Claire", "CMO35", "adjoint"));
        assertThat(reading.line().lastName()).isEqualTo("Morvan");
    }

    @Test
    void aLineIsReadOrSaysWhatToDo() {
        LineReader reader = new LineReader(
                COLUMNS, ColumnMapping.propose(StaffFileKind.TABLEAU, COLUMNS), new ReadingChoices("0350122T", null));

        assertThat(reader.read(2, List.of("LE GALL Hélène", "adjoint")).line())
                .isEqualTo(new StaffLine(
                        2, "0350122T", "LE GALL", "Hélène", null, AgentFunction.ADJOINT, null, null, null, null));
        assertThat(reader.read(3, List.of("Marie Claire Morvan", "adjoint")).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.column()).isEqualTo("Nom et prénom");
                    assertThat(problem.message()).contains("LE GALL Hélène", "deux colonnes");
                });
    }
}
