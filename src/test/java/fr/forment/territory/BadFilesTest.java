package fr.forment.territory;

import static fr.forment.territory.Files.BAULON;
import static fr.forment.territory.Files.CARDROC;
import static fr.forment.territory.Files.HEADER;
import static fr.forment.territory.Files.VAL_DE_MARNE;
import static fr.forment.territory.Files.edited;
import static fr.forment.territory.Files.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.files.CsvFile;
import fr.forment.files.ImportProblem;
import fr.forment.files.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;

/** What people bring by mistake: told in French, with the line and the column; nothing is written. */
@SpringJUnitConfig(TerritoryDatabase.class)
@Transactional
class BadFilesTest {

    private static final ImportChoices PLAIN = new ImportChoices(false, false);

    @Autowired
    TerritoryImportService imports;

    @Autowired
    TerritoryService territory;

    @Autowired
    Schools schools;

    @BeforeEach
    void loadReference() {
        territory.loadReference();
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("empty", text(""), "Le fichier est vide"),
                Arguments.of(
                        "workbook", new ByteArrayResource(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8}), "CSV UTF-8"),
                Arguments.of(
                        "old workbook",
                        new ByteArrayResource(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}),
                        "classeur"),
                Arguments.of("PDF", text("%PDF-1.7 ..."), "PDF"),
                Arguments.of("web page", text("<!DOCTYPE html><html></html>"), "page web"),
                Arguments.of(
                        "binary", new ByteArrayResource(new byte[] {'a', ';', 'b', '\n', 0, 1, 2}), "fichier texte"),
                Arguments.of("plain text", text("Bonjour à tous\nvoici la liste\n"), "titres de colonnes"),
                Arguments.of("foreign", text("Civilité;Nom;Prénom\nMme;Petit;Rose\n"), "ni ceux de l’annuaire"),
                Arguments.of("header only", text(HEADER), "aucune ligne"),
                Arguments.of(
                        "column missing",
                        text("UAI;Nom_etablissement;Nom_commune;Code_departement\n0350122T;Les Lucioles;Baulon;035\n"),
                        "il y manque la colonne Statut_public_prive"),
                Arguments.of(
                        "columns missing",
                        text("UAI;Nom_etablissement;Nom_commune\n0350122T;Les Lucioles;Baulon\n"),
                        "les colonnes Statut_public_prive, Code_departement"),
                Arguments.of("open quote", text(HEADER + BAULON.replace("Baulon", "\"Baulon") + CARDROC), "guillemet"),
                Arguments.of(
                        "cut",
                        text(HEADER + BAULON + CARDROC.substring(0, 60)),
                        "dernière ligne (ligne 3) est incomplète"),
                Arguments.of(
                        "cut in the real file", edited(VAL_DE_MARNE, all -> all.substring(0, 100_000)), "semble coupé"),
                Arguments.of("too long", text(HEADER + BAULON.repeat(CsvFile.MAX_ROWS + 1)), "dépasse 100000 lignes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void refusesWhatCannotBeRead(String what, Resource file, String message) {
        assertThatThrownBy(() -> imports.apply(
                        file, "fichier.csv", null, new ImportChoices(true, true), "claire", ImportReach.EVERYWHERE))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(message);
        assertThat(schools.search("", 1).rows()).isEmpty();
    }

    static Stream<Arguments> wrongLines() {
        return Stream.of(
                Arguments.of(
                        "wrong key",
                        BAULON.replace("0350122T", "0350122U"),
                        "Identifiant_de_l_etablissement",
                        "0350122U",
                        "lettre de contrôle"),
                Arguments.of("no key", BAULON.replace("0350122T", ""), "Identifiant_de_l_etablissement", "", "manque"),
                Arguments.of(
                        "no name",
                        BAULON.replace("Ecole primaire publique les Lucioles", " "),
                        "Nom_etablissement",
                        "",
                        "complétez"),
                Arguments.of(
                        "endless name",
                        BAULON.replace("les Lucioles", "x".repeat(300)),
                        "Nom_etablissement",
                        null,
                        "200 caractères"),
                Arguments.of(
                        "no département", BAULON.replace(";035;", ";;"), "Code_departement", "", "trois caractères"),
                Arguments.of(
                        "unknown state",
                        BAULON.replace("OUVERT", "PEUT-ETRE"),
                        "etat",
                        "PEUT-ETRE",
                        "OUVERT, A FERMER ou FERME"),
                Arguments.of(
                        "twice",
                        CARDROC.replace("Cardroc;035", "Irodouër;035"),
                        "Identifiant_de_l_etablissement",
                        "0350165P",
                        "déjà à la ligne 2"),
                Arguments.of(
                        "unknown département",
                        BAULON.replace("035;Ille-et-Vilaine;Rennes", "029;;"),
                        "Libelle_academie",
                        "",
                        "pas encore connu"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongLines")
    void namesTheLineAndTheColumn(String what, String line, String column, String value, String message) {
        Resource file = text(HEADER + CARDROC + line);
        ImportReport report = imports.apply(file, "fichier.csv", null, PLAIN, "claire", ImportReach.EVERYWHERE);

        assertThat(report.saved()).isFalse();
        assertThat(report.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.message()).contains(message);
            if (value != null) {
                assertThat(problem.value()).isEqualTo(value);
            }
        });
        assertThat(schools.search("", 1).rows()).as("nothing written").isEmpty();

        ImportReport accepted = imports.apply(
                file, "fichier.csv", null, new ImportChoices(true, false), "claire", ImportReach.EVERYWHERE);
        assertThat(accepted.saved()).isTrue();
        assertThat(schools.search("", 1).rows()).extracting(School::uai).containsExactly("0350165P");
    }

    @Test
    void refusesABrokenLineInTheMiddle() {
        String broken = BAULON.replace("Lucioles;", "Lucioles\n;");
        ImportReport report = imports.preview(text(HEADER + broken + CARDROC), null, ImportReach.EVERYWHERE);
        assertThat(report.errors()).extracting(ImportProblem::line).containsExactly(2L, 3L);
        assertThat(report.errors())
                .allSatisfy(problem -> assertThat(problem.message()).contains("incomplète"));
        assertThat(imports.preview(
                                text(HEADER + BAULON.replace("Baulon", "Bau;lon") + CARDROC),
                                null,
                                ImportReach.EVERYWHERE)
                        .errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("plus de colonnes"));
    }

    @Test
    void leavesOutWhatIsOptionalAndWrong() {
        String odd = BAULON.replace("35580", "ABCDE")
                .replace("47.98", "4,82857E+16")
                .replace("1965-10-01", "un jour")
                .replace("de Bruz", "de Nulle-Part");
        ImportReport report = imports.apply(
                text(HEADER + odd + CARDROC), "fichier.csv", null, PLAIN, "claire", ImportReach.EVERYWHERE);

        assertThat(report.saved()).isTrue();
        assertThat(report.warnings())
                .extracting(ImportProblem::column)
                .containsExactlyInAnyOrder("Code_postal", "latitude", "date_ouverture", "nom_circonscription");
        School baulon = schools.find("0350122T").orElseThrow();
        assertThat(baulon.postalCode()).isNull();
        assertThat(baulon.latitude()).isNull();
        assertThat(baulon.openedOn()).isNull();
        assertThat(baulon.circonscriptionUai()).isNull();
    }

    @Test
    void keepsCountingBeyondTheErrorsItShows() {
        ImportReport report = imports.preview(
                text(HEADER + BAULON.replace("0350122T", "0350122U").repeat(1000) + CARDROC),
                null,
                ImportReach.EVERYWHERE);
        assertThat(report.errorCount()).isEqualTo(1000);
        assertThat(report.errors()).hasSize(300);
        assertThat(report.good()).isEqualTo(1);
    }

    @Test
    void doesNotTakeALineThatLooksLikeACommandForOne() {
        String name = "=HYPERLINK(\"http://x\")'); drop table school; --";
        imports.apply(
                text(
                        HEADER
                                + BAULON.replace(
                                        "Ecole primaire publique les Lucioles",
                                        "\"" + name.replace("\"", "\"\"") + "\""),
                        StandardCharsets.UTF_8),
                "fichier.csv",
                null,
                PLAIN,
                "claire",
                ImportReach.EVERYWHERE);
        assertThat(schools.find("0350122T").orElseThrow().name()).isEqualTo(name);
    }
}
