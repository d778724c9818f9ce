package fr.forment.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class UaiTest {

    @ParameterizedTest
    @ValueSource(strings = {"circonscriptions-premier-degre.csv"})
    void acceptsEveryRealIdentifier(String file) throws Exception {
        CsvColumn uai = CsvColumn.named("uai_circonscription", "Identifiant_de_l_etablissement", "Numéro de l'école");
        List<String> refused = new ArrayList<>();
        int read = 0;
        try (CsvFile csv = CsvFile.open(new ClassPathResource("reference/" + file))) {
            for (CsvRow row; (row = csv.next()) != null; read++) {
                if (!Uai.isValid(row.get(uai))) {
                    refused.add(row.get(uai));
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(read).isGreaterThan(100);
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
