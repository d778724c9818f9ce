package fr.forment.stafflist.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.account.AgentFunction;
import fr.forment.stafflist.reading.Samples.Content;
import fr.forment.stafflist.reading.StaffLine.Said;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files people really have, read as they are. */
class StaffTableTest {

    private static final String SCHOOL = "0350122T";

    @Test
    void readsTheRecommendedFile() {
        Content content = Samples.read(Samples.file("recommande.csv"));

        assertThat(content.kind()).isEqualTo(StaffFileKind.RECOMMANDE);
        assertThat(content.discarded()).containsExactly("commentaire");
        assertThat(content.rows()).allSatisfy(row -> assertThat(row.cells()).noneMatch(cell -> cell.contains("cour")));
        assertThat(content.problems()).isEmpty();
        assertThat(content.lines())
                .containsExactly(
                        new StaffLine(
                                2,
                                SCHOOL,
                                "Le Gall-Évrard",
                                "Hélène",
                                "helene.legall@exemple.invalid",
                                AgentFunction.DIRECTEUR,
                                100,
                                true,
                                LocalDate.of(2024, 9, 1),
                                null),
                        new StaffLine(
                                3,
                                SCHOOL,
                                "Quéré",
                                "Loïc",
                                "loic.quere@exemple.invalid",
                                AgentFunction.ADJOINT,
                                80,
                                false,
                                LocalDate.of(2026, 9, 1),
                                null),
                        new StaffLine(
                                4,
                                SCHOOL,
                                "Œuvrard",
                                "Anaïs",
                                null,
                                AgentFunction.TR,
                                50,
                                null,
                                LocalDate.of(2026, 9, 1),
                                LocalDate.of(2027, 6, 30)));
    }

    @Test
    void takesTheOndeListWithoutHomesAndPhones() {
        Content content = Samples.read(Samples.file("onde-enseignants.csv"), SCHOOL);

        assertThat(content.kind()).isEqualTo(StaffFileKind.ONDE);
        assertThat(content.columns()).containsExactly("Nom usage", "Nom", "Prénom", "Courriel", "Directeur");
        assertThat(content.discarded())
                .containsExactly(
                        "Civilité",
                        "Adresse",
                        "CP",
                        "Commune",
                        "Pays",
                        "Téléphone domicile",
                        "Téléphone portable",
                        "Classe");
        assertThat(content.rows().toString()).doesNotContain("Ajoncs", "35580", "0600000001", "0299000001");
        assertThat(content.problems()).isEmpty();
        assertThat(content.lines())
                .containsExactly(
                        new StaffLine(
                                2,
                                SCHOOL,
                                "LE GALL",
                                "Hélène",
                                "helene.legall@exemple.invalid",
                                AgentFunction.DIRECTEUR,
                                null,
                                null,
                                null,
                                null),
                        new StaffLine(
                                3,
                                SCHOOL,
                                "QUERE",
                                "Loïc",
                                "loic.quere@exemple.invalid",
                                AgentFunction.ADJOINT,
                                null,
                                null,
                                null,
                                null,
                                Said.NOT_DIRECTOR),
                        new StaffLine(
                                4,
                                SCHOOL,
                                "MARTIN",
                                "Zoë",
                                null,
                                AgentFunction.ADJOINT,
                                null,
                                null,
                                null,
                                null,
                                Said.NOT_DIRECTOR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Né(e) le",
                "Date naiss.",
                "Naissance",
                "DDN",
                "Adr.",
                "Adresse perso",
                "Tél.",
                "Tel portable",
                "Téléph.",
                "Port.",
                "Numéro",
                "N°",
                "Domicilié à",
                "Contact",
                "Coordonnées",
                "Mail perso"
            })
    void dropsPrivateColumnsHoweverShortTheirTitle(String title) {
        Content content = Samples.read(
                Samples.text("uai;nom;prenom;fonction;" + title + "\n" + SCHOOL + ";Petit;Rose;adjoint;secret\n"));
        assertThat(content.discarded()).containsExactly(title);
        assertThat(content.rows().toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom de naissance",
                "Numéro UAI",
                "Adresse mail",
                "Adr. électronique",
                "N° établissement",
                "Nom famille"
            })
    void keepsWhatItNeeds(String title) {
        assertThat(Samples.read(Samples.text(
                                "uai;nom;prenom;fonction;" + title + "\n" + SCHOOL + ";Petit;Rose;adjoint;x\n"))
                        .discarded())
                .isEmpty();
    }

    @Test
    void readsTheTemplatesOfTheEnt() {
        Content teachers = Samples.read(Samples.file("ent-enseignants.csv"), SCHOOL);
        assertThat(teachers.kind()).isEqualTo(StaffFileKind.ENT_ENSEIGNANTS);
        assertThat(teachers.columns()).containsExactly("Prénom*", "Nom*", "fonction", "email");
        assertThat(teachers.rows().toString()).doesNotContain("1979", "Ajoncs", "0600000001");
        assertThat(teachers.problems()).isEmpty();
        assertThat(teachers.lines())
                .extracting(StaffLine::function, StaffLine::said)
                .containsExactly(
                        tuple(AgentFunction.DIRECTEUR, Said.FUNCTION), tuple(AgentFunction.ADJOINT, Said.NOTHING));

        Content others = Samples.read(Samples.file("ent-personnels.csv"), SCHOOL);
        assertThat(others.kind()).isEqualTo(StaffFileKind.ENT_PERSONNELS);
        assertThat(others.lines()).extracting(StaffLine::firstName).containsExactly("Rose");
        assertThat(others.problems())
                .as("no fair guess for who neither teaches nor says a function")
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
    }

    @Test
    void readsASecretarysWorkbook() {
        Content content = Samples.read(Samples.file("tableau-secretaire.xlsx"));

        assertThat(content.kind()).isEqualTo(StaffFileKind.TABLEAU);
        assertThat(content.columns())
                .containsExactly(
                        "Code école",
                        "Nom de l'agent",
                        "Prénom",
                        "Fonction (2026)",
                        "Quotité",
                        "Mél professionnel",
                        "Depuis le");
        assertThat(content.discarded()).containsExactly("Commune", "Portable");
        assertThat(content.problems()).isEmpty();
        LocalDate september = LocalDate.of(2026, 9, 1);
        assertThat(content.lines())
                .containsExactly(
                        new StaffLine(
                                4,
                                SCHOOL,
                                "LE GALL",
                                "Hélène",
                                "helene.legall@exemple.invalid",
                                AgentFunction.DIRECTEUR,
                                80,
                                null,
                                september,
                                null),
                        new StaffLine(6, SCHOOL, "QUÉRÉ", "Loïc", null, AgentFunction.TR, 100, null, september, null),
                        new StaffLine(
                                7, SCHOOL, "MARTIN", "Zoë", null, AgentFunction.ADJOINT, 75, null, september, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void findsTheEncodingOut(String charset) {
        String text = Samples.HEADER + "0350122T;Lefèvre;Zoë;;adjoint;100;;;;\r\n";
        Content plain = Samples.read(Samples.text(text, Charset.forName(charset)));
        assertThat(plain.lines())
                .extracting(StaffLine::lastName, StaffLine::firstName)
                .containsExactly(tuple("Lefèvre", "Zoë"));
        if (charset.startsWith("UTF")) {
            Content marked = Samples.read(Samples.text("\uFEFF" + text, Charset.forName(charset)));
            assertThat(marked.lines()).isEqualTo(plain.lines());
            assertThat(marked.columns()).isEqualTo(plain.columns());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SEMICOLON, CRLF",
        "SEMICOLON, LF",
        "SEMICOLON, CR",
        "COMMA, LF",
        "COMMA, CR",
        "TAB, CRLF",
        "DECLARED, CRLF"
    })
    void findsTheSeparatorAndTheLineEndOut(String separator, String end) {
        String text = Samples.HEADER
                + "0350122T;\"Le Gall\";Hélène;;adjoint;100;;;;\r\n\r\n0350122T;Petit;Rose;;AESH;50;;;;\r\n";
        String separated =
                switch (separator) {
                    case "COMMA" -> text.replace(';', ',');
                    case "TAB" -> text.replace(';', '\t');
                    case "DECLARED" -> "sep=;\r\n" + text;
                    default -> text;
                };
        String ended = separated.replace("\r\n", end.replace("CR", "\r").replace("LF", "\n"));
        Content content = Samples.read(Samples.text(ended));

        int first = separator.equals("DECLARED") ? 3 : 2;
        assertThat(content.problems()).isEmpty();
        assertThat(content.lines()).extracting(StaffLine::line).containsExactly((long) first, first + 2L);
        assertThat(content.lines()).extracting(StaffLine::lastName).containsExactly("Le Gall", "Petit");
    }

    @Test
    void composedAndDecomposedNamesAreTheSame() {
        String text = Samples.HEADER + "0350122T;Lefèvre;Zoë;;adjoint;100;;;;\r\n";
        assertThat(Samples.read(Samples.text(Normalizer.normalize(text, Normalizer.Form.NFD)))
                        .lines())
                .isEqualTo(Samples.read(Samples.text(text)).lines());
    }

    @Test
    void aNameMayStandAboveTheTitlesAndEmptyLinesBelow() {
        Content content = Samples.read(Samples.text(
                "Personnels 2026;;;;;;;;;\n;;;;;;;;;\n" + Samples.HEADER + Samples.HELENE + ";;;;;;;;;\n;;;;;;;;;\n"));
        assertThat(content.kind()).isEqualTo(StaffFileKind.RECOMMANDE);
        assertThat(content.lines()).extracting(StaffLine::line).containsExactly(4L);
    }

    @Test
    void nothingIsReadOfALineWhoseCellsAreShifted() {
        Content content = Samples.read(
                Samples.text(
                        "Prénom;Nom;Téléphone;uai;fonction\nAda;Petit;06;00;0350122T;adjoint\nLoïc;Grand;07;0350122T;adjoint\n"));
        assertThat(content.rows().get(0).cells())
                .as("a phone must not slide into a column that is kept")
                .isEmpty();
        assertThat(content.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("autant de cases que de titres"));
        assertThat(content.lines()).extracting(StaffLine::firstName).containsExactly("Loïc");
    }

    @Test
    void quotedCellsMayHoldSeparatorsQuotesAndLineEnds() {
        Content content = Samples.read(
                Samples.bytes(("uai;nom;prenom;fonction\n0350122T;\"Le \"\"Gall\"\";\nÉvrard\";Hélène;adjoint\n"
                                + "0350122T;Petit;Rose;AESH\n")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(content.problems())
                .as("read whole, though no name")
                .singleElement()
                .satisfies(problem -> assertThat(problem.value()).isEqualTo("Le \"Gall\"; Évrard"))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
        assertThat(content.lines()).singleElement().satisfies(line -> assertThat(line.line())
                .isEqualTo(4));
    }
}
