package fr.forment.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.french.Names;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Finding schools in Ille-et-Vilaine, loaded once in a database of its own. */
@SpringJUnitConfig(TerritoryDatabase.class)
@TestPropertySource(properties = "ground=demonstration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchoolsTest {

    @Autowired
    TerritoryService territory;

    @Autowired
    Schools schools;

    @Autowired
    TerritoryFigures figures;

    @BeforeAll
    void loadGround() {
        territory.loadReference();
        territory.loadDemonstrationGround();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Noël du Fail Vern",
                "noel du fail vern sur seiche",
                "VERN-SUR-SEICHE noel",
                "  noël   35770 ",
                "0352386d"
            })
    void searchesWithoutAccentsOrOrder(String text) {
        assertThat(schools.search(text, 1).rows()).extracting(School::uai).contains("0352386D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"introuvable", "%", "'; drop table school; --", "noel introuvable"})
    void findsNothingElse(String text) {
        assertThat(schools.search(text, 1).rows().stream()
                        .filter(school -> !school.searchText().contains(Names.fold(text))))
                .isEmpty();
    }

    @Test
    void boundsAndOrdersWhatItFinds() {
        List<School> found = schools.search("ecole", 1).rows();
        assertThat(found).hasSize(50).isSortedAccordingTo((a, b) -> a.commune().compareTo(b.commune()));
    }

    @Test
    void findsManyAtOnce() {
        assertThat(schools.findAll(List.of("0350122T", "0350165P", "0000000A")))
                .containsOnlyKeys("0350122T", "0350165P");
        assertThat(schools.findAll(List.of())).isEmpty();
    }

    @Test
    void countsEachCirconscription() {
        List<TerritoryFigures.Line> lines = figures.ofCirconscriptions();
        assertThat(lines).hasSize(19);
        assertThat(lines.stream().mapToInt(TerritoryFigures.Line::schools).sum())
                .isEqualTo(421);
        assertThat(lines)
                .filteredOn(line -> line.shortName().equals("Bruz"))
                .singleElement()
                .satisfies(line -> assertThat(line.schools())
                        .isEqualTo(schools.inCirconscription(line.uai()).size())
                        .isEqualTo(16));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Circonscription d'inspection du 1er degré de Bruz|Bruz",
                "Circonscription d'inspection  du 1er degre d'Orly|Orly",
                "Circonscription d inspection du 1er degré de Béziers Centre|Béziers Centre",
                "Circonscription d'inspection du 1er degré du Pays Malouin|Pays Malouin",
                "Circonscription du 1er degré de Tarbes Val d'Adour Madiran|Tarbes Val d'Adour Madiran",
                "Circonscription d'inspection du 1er degré Carcassonne|Carcassonne",
                "Circonscription TARBES ASH SEMEAC|TARBES ASH SEMEAC",
                "Circonscription d'inspection du 1er degré de Dax|Dax",
                "Circonscription d'inspection du 1er degré de Denain|Denain"
            })
    void shortensTheNameOfACirconscription(String name, String shortName) {
        assertThat(Circonscription.shorten(name)).isEqualTo(shortName);
    }
}
