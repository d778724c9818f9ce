package fr.forment.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvFile;
import fr.forment.files.CsvRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;

class UaiTest {

    @Test
    void acceptsEveryRealIdentifier() throws Exception {
        CsvColumn column =
                CsvColumn.named("uai_circonscription", "Identifiant_de_l_etablissement", "Numéro de l'école");
        Set<String> read = new HashSet<>();
        for (Resource file : List.of(
                Files.ILLE_ET_VILAINE, Files.VAL_DE_MARNE, Files.OCCITANIE, Files.EFFECTIFS, Files.CIRCONSCRIPTIONS)) {
            try (CsvFile csv = CsvFile.open(file)) {
                for (CsvRow row; (row = csv.next()) != null; ) {
                    read.add(row.get(column));
                }
            }
        }
        assertThat(read).hasSizeGreaterThan(5_500).allMatch(Uai::isValid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0940176G", "0940176", "940176", "09401760", "0940176f", "O940176F", "0940176FF", ""})
    void refusesAWrongKeyOrShape(String candidate) {
        assertThat(Uai.isValid(candidate)).isFalse();
        assertThatThrownBy(() -> new Uai(candidate)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0940176F", " 0940176f ", "094 0176 F", "940176F"})
    void mendsWhatASpreadsheetDid(String written) {
        assertThat(Uai.read(written)).contains(new Uai("0940176F"));
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(Uai.read(null)).isEmpty();
        assertThat(Uai.read("école")).isEmpty();
    }
}
