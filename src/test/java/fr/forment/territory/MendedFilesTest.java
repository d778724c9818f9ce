package fr.forment.territory;

import static fr.forment.territory.Files.BAULON;
import static fr.forment.territory.Files.CARDROC;
import static fr.forment.territory.Files.HEADER;
import static fr.forment.territory.Files.text;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.files.ImportProblem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;

/** What spreadsheets and systems do to a file is undone without a word. */
@SpringJUnitConfig(TerritoryDatabase.class)
@Transactional
class MendedFilesTest {

    @Autowired
    TerritoryImportService imports;

    @Autowired
    TerritoryService territory;

    @Autowired
    Schools schools;

    @Autowired
    Departements departements;

    @BeforeEach
    void loadReference() {
        territory.loadReference();
    }

    static Stream<Arguments> sameFile() {
        String all = HEADER + BAULON + CARDROC;
        return Stream.of(
                Arguments.of("UTF-8", text(all)),
                Arguments.of("UTF-8 with BOM", text("\uFEFF" + all)),
                Arguments.of("Windows-1252", text(all, Charset.forName("windows-1252"))),
                Arguments.of("UTF-16", text("\uFEFF" + all, StandardCharsets.UTF_16LE)),
                Arguments.of("UTF-16 big endian", text("\uFEFF" + all, StandardCharsets.UTF_16BE)),
                Arguments.of("commas", text(all.replace(';', ','))),
                Arguments.of("tabs", text(all.replace(';', '\t'))),
                Arguments.of("CRLF", text(all.replace("\n", "\r\n"))),
                Arguments.of("CR", text(all.replace("\n", "\r"))),
                Arguments.of("decomposed accents", text(Normalizer.normalize(all, Normalizer.Form.NFD))),
                Arguments.of(
                        "quotes",
                        text(all.replace(";", "\";\"")
                                .replace("\n", "\"\n\"")
                                .replaceFirst("^", "\"")
                                .replaceFirst("\"$", ""))),
                Arguments.of(
                        "other header",
                        text(all.replace("Code_postal", "CODE POSTAL")
                                .replace("Nom_etablissement", "nom établissement")
                                .replace("Identifiant_de_l_etablissement", "Identifiant de l'établissement"))),
                Arguments.of("Mac Roman", text(all, Charset.forName("x-MacRoman"))),
                Arguments.of("CP850", text(all, Charset.forName("IBM850"))),
                Arguments.of("a total and a copied line", text(all + CARDROC + ";Total : 2;;;;;;;;;;;;\nTotal : 2\n")),
                Arguments.of("empty lines", text(all.replace("\n", "\n\n"))),
                Arguments.of("no newline at the end", text(all.strip())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sameFile")
    void readsTheSameFromEveryForm(String form, Resource file) {
        ImportReport report = imports.apply(
                file, "annuaire.csv", null, new ImportChoices(false, false), "claire", ImportReach.EVERYWHERE);

        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        School cardroc = schools.find("0350165P").orElseThrow();
        assertThat(cardroc.name()).isEqualTo("Ecole élémentaire publique de Cardroc");
        assertThat(cardroc.postalCode()).isEqualTo("35190");
        assertThat(cardroc.circonscriptionUai()).isEqualTo("0350738M");
        assertThat(cardroc.openedOn()).isEqualTo(LocalDate.of(1965, 10, 1));
        assertThat(schools.search("baulon", 1).rows()).hasSize(1);
    }

    @Test
    void saysWhichLinesItSkipped() {
        ImportReport report = imports.preview(
                text(HEADER + CARDROC + BAULON + CARDROC + "Total : 2\n"), null, ImportReach.EVERYWHERE);
        assertThat(report.ignored()).containsEntry(IgnoredRow.TWICE, 1).containsEntry(IgnoredRow.TOTAL, 1);
    }

    /** Whatever the file: a letter that was lost before it came is never kept. */
    @ParameterizedTest
    @ValueSource(strings = {"Ecole \uFFFDlémentaire", "Ecole Ã©lémentaire", "Ecole \u0082lémentaire"})
    void keepsNoSpoiltName(String name) {
        ImportReport annuaire = imports.preview(
                text(HEADER + BAULON + CARDROC.replace("Ecole élémentaire", name)), null, ImportReach.EVERYWHERE);
        assertThat(annuaire.errors()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("accent", "UTF-8"));
        assertThat(annuaire.good()).isEqualTo(1);
        ImportReport calendar = imports.preview(
                text("annee_scolaire;zone;libelle;premier_jour;dernier_jour\n2027-2028;A;" + name
                        + ";2027-10-23;2027-11-07\n"),
                null,
                ImportReach.EVERYWHERE);
        assertThat(calendar.good()).isZero();
        assertThat(calendar.errorCount()).isEqualTo(1);
        ImportReport headcount = imports.preview(
                text(
                        "Rentrée scolaire;Numéro de l'école;Nombre total de classes;Nombre total d'élèves;Nom\n2025;0350122T;3;50;"
                                + name + "\n"),
                null,
                ImportReach.EVERYWHERE);
        assertThat(headcount.errorCount()).isEqualTo(1);
    }

    @Test
    void restoresLeadingZerosDatesAndDecimals() {
        String line =
                "0010345X;École  du   Bourg ;Ecole;Public;1000;Bourg-en-Bresse;1;Ain;LYON;;;46,2;01/09/1970;OUVERT\n";
        String uai = uaiFor("0010345");
        imports.apply(
                text(HEADER + line.replace("0010345X", uai.substring(1))),
                "annuaire.csv",
                null,
                new ImportChoices(false, false),
                "claire",
                ImportReach.EVERYWHERE);

        School school = schools.find(uai).orElseThrow();
        assertThat(school.name()).isEqualTo("École du Bourg");
        assertThat(school.postalCode()).isEqualTo("01000");
        assertThat(school.departementCode()).isEqualTo("001");
        assertThat(school.latitude()).isEqualTo(46.2);
        assertThat(school.openedOn()).isEqualTo(LocalDate.of(1970, 9, 1));
        assertThat(departements.find("001")).contains(new Departement("001", "Ain", "Lyon", Zone.A));
    }

    @Test
    void givesCorseItsOwnCalendarAndSaysSo() {
        String uai = uaiFor("6200123");
        ImportReport report = imports.apply(
                text(HEADER + uai + ";École de Zonza;Ecole;Public;20124;Zonza;2A;Corse-du-Sud;Corse;;;;;OUVERT\n"),
                "annuaire.csv",
                null,
                new ImportChoices(false, false),
                "claire",
                ImportReach.EVERYWHERE);

        assertThat(report.warnings())
                .extracting(ImportProblem::message)
                .anyMatch(message -> message.contains("calendrier propre"));
        assertThat(schools.find(uai).orElseThrow().departementCode()).isEqualTo("02A");
        assertThat(departements.find("02A").orElseThrow().zone()).isEqualTo(Zone.PROPRE);
    }

    @Test
    void readsTheCircoOfAnyFormOfItsName() {
        String odd = BAULON.replace(
                "Circonscription d'inspection du 1er degré de Bruz",
                "Circonscription d inspection  du 1er degre de BRUZ");
        imports.apply(
                text(HEADER + odd),
                "annuaire.csv",
                null,
                new ImportChoices(false, false),
                "claire",
                ImportReach.EVERYWHERE);
        assertThat(schools.find("0350122T").orElseThrow().circonscriptionUai()).isEqualTo("0350739N");
    }

    private static String uaiFor(String digits) {
        return digits + "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(Integer.parseInt(digits) % 23);
    }
}
