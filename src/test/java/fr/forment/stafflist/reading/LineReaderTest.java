package fr.forment.stafflist.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.account.AgentFunction;
import fr.forment.files.ImportProblem;
import fr.forment.stafflist.reading.StaffLine.Said;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a visit to a spreadsheet spoils is mended where one value only can have been meant; the rest is told cell by
 * cell.
 */
class LineReaderTest {

    private static final List<String> COLUMNS = StaffTemplate.COLUMNS.subList(0, 9);

    private static Reading read(ReadingChoices choices, String... cells) {
        return new LineReader(COLUMNS, ColumnMapping.propose(StaffFileKind.RECOMMANDE, COLUMNS), choices)
                .read(7, List.of(cells));
    }

    private static Reading read(String uai, String quotity, String arrival) {
        return read(ReadingChoices.none(), uai, "Petit", "Rose", "", "adjoint", quotity, arrival, "", "");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "01/09/2086, -, date_arrivee, plus d'un an",
                "02/09/2027, -, date_arrivee, plus d'un an",
                "-, 02/09/2031, date_depart, plus de 5 ans"
            })
    void takesDaysFarAheadForSlips(String arrival, String departure, String column, String advice) {
        LineReader reader = new LineReader(
                        COLUMNS, ColumnMapping.propose(StaffFileKind.RECOMMANDE, COLUMNS), ReadingChoices.none())
                .on(LocalDate.of(2026, 9, 1));
        List<String> cells = List.of(
                "0350122T",
                "Petit",
                "Rose",
                "",
                "adjoint",
                "",
                arrival == null ? "" : arrival,
                departure == null ? "" : departure,
                "");
        assertThat(reader.read(7, cells).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.message()).contains(advice).contains("vérifiez l'année");
        });
        List<String> near = List.of("0350122T", "Petit", "Rose", "", "adjoint", "", "01/09/2027", "31/08/2030", "");
        assertThat(reader.read(7, near).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0350122T, 0350122T",
        "350122T, 0350122T",
        "0350122t, 0350122T",
        "' 035 0122 T ', 0350122T",
        "350122, 0350122T",
        "0350122, 0350122T",
        "'3,50122E+05', 0350122T",
        "3.50122E5, 0350122T",
        "'9,710001E+06', 9710001"
    })
    void mendsCodes(String written, String code) {
        assertThat(read(written, "", "").line().uai()).startsWith(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0350122A", "3,5E+05", "35012", "école", "'350122T"})
    void doesNotGuessCodes(String written) {
        assertThat(read(written, "", "").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.column()).isEqualTo("uai");
            assertThat(problem.message()).contains("7 chiffres et une lettre");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "80, 80",
        "80 %, 80",
        "80%, 80",
        "'0,8', 80",
        "0.8, 80",
        "'0,80', 80",
        "1, 100",
        "'1,00', 100",
        "100.0, 100",
        "'75,00 %', 75",
        "0.5, 50",
        "60, 60",
        "8, 8",
        "0.9, 90",
        "1 %, 1",
        "'80,5', 81",
        "80.4 %, 80",
        "'0,805', 81",
        "'99,6', 99",
        "78 %, 78",
        "4/5, 80",
        "1/2, 50",
        "'83,33 %', 83",
        "66, 66"
    })
    void readsQuotities(String written, int percent) {
        assertThat(read("0350122T", written, "").line().quotity()).isEqualTo(percent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "180 %", "0,5 %", "mi-temps", "-80", "5/4", "1/0", "0,001"})
    void refusesOtherQuotities(String written) {
        assertThat(read("0350122T", written, "").problems())
                .extracting(ImportProblem::column)
                .containsExactly("quotite");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01/09/2026",
                "1/9/26",
                "1/9/2026",
                "01.09.2026",
                "01-09-26",
                "2026-09-01",
                "2026-09-01T00:00:00",
                "01/09/2026 00:00",
                "46266",
                "1er septembre 2026",
                "mardi 1 septembre 2026",
                "2026-08-31T22:00:00Z"
            })
    void readsDates(String written) {
        assertThat(read("0350122T", "", written).line().arrivesOn()).isEqualTo(LocalDate.of(2026, 9, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31/02/2026", "2026", "rentrée", "01/09", "99999999", "1/9/0026", "32/1/26", "1 brumaire 2026"})
    void refusesOtherDates(String written) {
        assertThat(read("0350122T", "", written).problems())
                .extracting(ImportProblem::column)
                .containsExactly("date_arrivee");
    }

    @ParameterizedTest
    @CsvSource({
        "Directrice, DIRECTEUR",
        "directeur d'école, DIRECTEUR",
        "adjoint(e), ADJOINT",
        "PE, ADJOINT",
        "TR ZIL, TR",
        "Titulaire remplaçante, TR",
        "E-RUN, ERUN",
        "conseillère pédagogique, CPC",
        "aesh, AESH",
        "ATSEM, COMMUNAL",
        "animatrice périscolaire, COMMUNAL",
        "PEFS, PES"
    })
    void knowsTheWordsOfLists(String written, AgentFunction function) {
        assertThat(read(ReadingChoices.none(), "0350122T", "Petit", "Rose", "", written, "", "", "", "")
                        .line()
                        .function())
                .isEqualTo(function);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "@SUM(A1)", "-1-1", "=HYPERLINK(\"http://x.invalid\")"})
    void aFormulaIsAProblemWithItsPlace(String formula) {
        assertThat(read(ReadingChoices.none(), "0350122T", formula, "Rose", "", "adjoint", "", "", "", "")
                        .problems())
                .extracting(ImportProblem::line, ImportProblem::column, ImportProblem::value)
                .containsExactly(tuple(7L, "nom", formula));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example/a", "www.evil.example", "evil.example", "a@b"})
    void anAddressIsNoName(String address) {
        assertThat(read(ReadingChoices.none(), "0350122T", "Petit", address, "", "adjoint", "", "", "", "")
                        .problems())
                .extracting(ImportProblem::line, ImportProblem::column, ImportProblem::value, ImportProblem::message)
                .containsExactly(tuple(
                        7L,
                        "prenom",
                        address,
                        "Un nom s'écrit en lettres, avec espaces, traits d'union ou apostrophes."));
    }

    @Test
    void whatOurExportsNeutralisedComesBackAsItWas() {
        assertThat(read(ReadingChoices.none(), "0350122T", "'-Dupont", "'-Rose", "", "adjoint", "", "", "", "")
                        .line())
                .satisfies(line -> assertThat(line.lastName()).isEqualTo("-Dupont"))
                .satisfies(line -> assertThat(line.firstName()).isEqualTo("-Rose"));
        assertThat(read(ReadingChoices.none(), "0350122T", "'t Hooft", "Rose", "-", "adjoint", "—", "", "", "")
                        .line()
                        .lastName())
                .isEqualTo("'t Hooft");
    }

    @Test
    void everyWrongCellIsToldOnce() {
        assertThat(read(
                                ReadingChoices.none(),
                                "0350122T",
                                "",
                                "x".repeat(81),
                                "pas une adresse",
                                "chef",
                                "160",
                                "31/02/2026",
                                "#REF!",
                                "peut-être")
                        .problems())
                .extracting(ImportProblem::column)
                .containsExactly(
                        "date_depart",
                        "nom",
                        "prenom",
                        "courriel_professionnel",
                        "fonction",
                        "quotite",
                        "constellation",
                        "date_arrivee");
        assertThat(read(
                                ReadingChoices.none(),
                                "0350122T",
                                "Petit",
                                "Rose",
                                "",
                                "AESH",
                                "50",
                                "2026-09-02",
                                "2026-09-01",
                                "")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("Le départ précède l'arrivée"));
    }

    @Test
    void choicesStandInForWhatTheFileDoesNotSay() {
        ReadingChoices choices = new ReadingChoices("0350165P", AgentFunction.AESH);
        StaffLine silent =
                read(choices, "", "Petit", "Rose", "", "", "", "", "", "").line();
        assertThat(silent.uai()).isEqualTo("0350165P");
        assertThat(silent.function()).isEqualTo(AgentFunction.AESH);
        assertThat(silent.said()).isEqualTo(Said.NOTHING);
        StaffLine speaking = read(choices, "0350122T", "Petit", "Rose", "", "adjoint", "", "", "", "")
                .line();
        assertThat(speaking.uai()).as("a line that says its school is believed").isEqualTo("0350122T");
        assertThat(speaking.function()).isEqualTo(AgentFunction.ADJOINT);
    }

    @Test
    void aFormulaOfAWorkbookIsNeverWhatItGives() {
        byte[] book = Samples.workbook(Samples.row("uai", "nom", "prenom", "fonction")
                + "<row><c t=\"inlineStr\"><is><t>0350122T</t></is></c><c t=\"str\"><f>CONCATENATE(\"Pe\",\"tit\")</f><v>Petit</v></c>"
                + "<c t=\"inlineStr\"><is><t>Rose</t></is></c><c t=\"inlineStr\"><is><t>PE</t></is></c></row>");
        Samples.Content content = Samples.read(Samples.bytes(book));
        assertThat(content.lines()).isEmpty();
        assertThat(content.problems())
                .extracting(ImportProblem::line, ImportProblem::column, ImportProblem::value)
                .containsExactly(tuple(2L, "nom", "=CONCATENATE(\"Pe\",\"tit\")"));
    }
}
