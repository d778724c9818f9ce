package fr.forment.stafflist.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.files.TableRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

/** A private cell is known under an innocent title; what a staff list is made of is not taken for one. */
class PrivateContentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0612345678",
                "06 12 34 56 78",
                "06.12.34.56.78",
                "06-12-34-56-78",
                "+33 6 12 34 56 78",
                "0033612345678",
                "+33 (0)6 12 34 56 78",
                "612345678",
                "6 12 34 56 78",
                "joindre le soir au 06 12 34 56 78",
                "tel:0299000001",
                "02 99 00 00 01 / 06 12 34 56 78"
            })
    void telephoneNumbers(String cell) {
        assertThat(PrivateContent.of(cell, false)).isEqualTo(PrivateContent.PHONE);
        assertThat(PrivateContent.of(cell, true)).isEqualTo(PrivateContent.PHONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "185057800608436",
                "1 85 05 78 006 084 36",
                "2 85 05 2A 006 084 36",
                "1850578006084",
                "NIR 185057800608436",
                "1,85057800608E+14"
            })
    void socialSecurityNumbers(String cell) {
        assertThat(PrivateContent.of(cell, false)).isEqualTo(PrivateContent.SOCIAL_SECURITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12/03/1981",
                "12.3.1981",
                "1981-03-12",
                "12/03/81",
                "12 mars 1981",
                "1er août 1979",
                "née le 12/03/1981",
                "née en mars 81",
                "1981-03-12T00:00:00"
            })
    void birthDatesUnlessTheColumnIsOneOfPosts(String cell) {
        assertThat(PrivateContent.of(cell, false)).isEqualTo(PrivateContent.BIRTH);
        assertThat(PrivateContent.of(cell, true)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 rue des Ajoncs",
                "12 bis, rue des Ajoncs 35600 Redon",
                "3, av. Jean Jaurès",
                "1 allée du Bois",
                "Lieu-dit Kerlann",
                "35600 REDON",
                "appt 12, 3e étage"
            })
    void homes(String cell) {
        assertThat(PrivateContent.of(cell, false)).isEqualTo(PrivateContent.HOME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0350122T",
                "350122",
                "3,50122E+05",
                "9,710001E+06",
                "LE GALL Hélène",
                "claire.morvan@exemple.invalid",
                "0612345678@exemple.invalid",
                "adjoint",
                "Directrice d'école élémentaire",
                "100",
                "80 %",
                "0,75",
                "01/09/2026",
                "2026-09-01",
                "46266",
                "CM1-CM2",
                "École de la Rue Haute",
                "TR brigade 35",
                "mi-temps du lundi au mardi",
                "CE1 24 élèves",
                "12 ans d'ancienneté",
                "2025-2026"
            })
    void whatAListIsMadeOf(String cell) {
        assertThat(PrivateContent.of(cell, false)).isNull();
    }

    @Test
    void suchCellsAreEmptiedBeforeAnythingIsHandedOutAndCounted() throws IOException {
        String file = """
                uai;nom;prenom;fonction;Divers;date_arrivee
                0350122T;Morvan;Claire;adjoint;06 12 34 56 78;01/09/1998
                0350122T;Le Gall;Paul;adjoint;12/03/1981;01/09/2026
                0350122T;Riou;Anne;adjoint;mi-temps;
                0350122T;Quéré;Loïc;adjoint;02 99 00 00 01;
                """;
        List<TableRow> rows = new ArrayList<>();
        List<String> emptied;
        try (StaffTable table =
                StaffTable.open(new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)), "liste.csv")) {
            for (TableRow row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
            emptied = table.emptied();
        }

        assertThat(rows).extracting(row -> row.cells().get(4)).containsExactly("", "", "mi-temps", "");
        assertThat(rows).extracting(row -> row.cells().get(5)).startsWith("01/09/1998");
        assertThat(rows.toString()).doesNotContain("06 12", "1981", "02 99");
        assertThat(emptied).containsExactly("Divers : 2 numéros de téléphone, 1 date qui peut être de naissance");
    }

    @ParameterizedTest
    @CsvSource({
        "Prise de poste, true",
        "Date de nomination, true",
        "date_arrivee, true",
        "Divers, false",
        "Anniversaire, false"
    })
    void datesOfPostsAreKnownByTheirTitle(String title, boolean kept) {
        assertThat(new PrivateCells(List.of(title))
                        .empty(new ArrayList<>(List.of("12/03/1998")))
                        .get(0)
                        .isEmpty())
                .isNotEqualTo(kept);
    }
}
