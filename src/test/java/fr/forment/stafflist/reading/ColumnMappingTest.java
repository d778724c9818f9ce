package fr.forment.stafflist.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {

    private static final List<String> COLUMNS = List.of("RNE", "NOM", "Prénom", "Fonction exercée", "Mél");

    @Test
    void proposesWhatTheTitlesSay() {
        assertThat(ColumnMapping.propose(StaffFileKind.TABLEAU, COLUMNS).columns())
                .isEqualTo(Map.of(
                        StaffField.UAI,
                        0,
                        StaffField.NOM,
                        1,
                        StaffField.PRENOM,
                        2,
                        StaffField.FONCTION,
                        3,
                        StaffField.COURRIEL,
                        4));
        assertThat(ColumnMapping.propose(StaffFileKind.TABLEAU, List.of("Nom de naissance", "Nom", "Prénoms"))
                        .columns())
                .isEqualTo(Map.of(StaffField.NOM, 1, StaffField.NOM_FAMILLE, 0, StaffField.PRENOM, 2));
        assertThat(ColumnMapping.propose(StaffFileKind.TABLEAU, List.of("x", "y"))
                        .columns())
                .isEmpty();
    }

    @Test
    void isRememberedByTitleWhateverTheOrder() {
        ColumnMapping mapping = new ColumnMapping(Map.of(StaffField.NOM, 1, StaffField.FONCTION, 3));
        String text = mapping.toText(COLUMNS);
        assertThat(ColumnMapping.parse(text, COLUMNS)).isEqualTo(mapping);
        List<String> moved = List.of("fonction exercee", "Nom", "autre");
        assertThat(ColumnMapping.parse(text, moved).columns())
                .isEqualTo(Map.of(StaffField.NOM, 1, StaffField.FONCTION, 0));
        assertThat(ColumnMapping.parse("", COLUMNS).columns()).isEmpty();
        assertThat(ColumnMapping.parse("INCONNU=NOM\nNOM=absente\nrien", COLUMNS)
                        .columns())
                .isEmpty();
    }

    @Test
    void filesWithTheSameTitlesHaveTheSameSignature() {
        assertThat(ColumnMapping.signature(COLUMNS))
                .hasSize(64)
                .isEqualTo(ColumnMapping.signature(List.of("mel", "FONCTION EXERCEE", "prenom", "nom", "rne")))
                .isNotEqualTo(ColumnMapping.signature(List.of("RNE", "NOM")));
    }

    @Test
    void saysWhatIsMissing() {
        ColumnMapping names = new ColumnMapping(Map.of(StaffField.NOM, 0, StaffField.PRENOM, 1));
        assertThat(names.missing(ReadingChoices.none())).containsExactly(StaffField.UAI, StaffField.FONCTION);
        assertThat(names.missing(new ReadingChoices("0350122T", AgentFunction.ADJOINT)))
                .isEmpty();
        assertThat(new ColumnMapping(Map.of()).missing(ReadingChoices.none()))
                .containsExactly(StaffField.UAI, StaffField.NOM, StaffField.PRENOM, StaffField.FONCTION);
        assertThat(new ColumnMapping(Map.of(StaffField.NOM, 2, StaffField.PRENOM, 2)).shared(COLUMNS))
                .containsExactly("Prénom");
    }
}
