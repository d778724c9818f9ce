package fr.forment.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import fr.forment.staff.file.StaffLine;
import fr.forment.territory.ImportProblem;
import fr.forment.territory.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

class StaffFileTest {

    private static final String HEADER = String.join(";", StaffFile.HEADER) + "\r\n";
    private static final String HELENE =
            "0350122T;Le Gall-Évrard;Hélène;helene.legall@exemple.invalid;directrice;80 %;01/09/2026;;oui;en congé jusqu'au 3\r\n";

    private static StaffFile read(String text, Charset charset) {
        return StaffFile.read(new ByteArrayResource(text.getBytes(charset)));
    }

    private static StaffFile read(String text) {
        return read(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-8 with BOM", "comma"})
    void readsTheRecommendedFileHoweverTheSpreadsheetSavedIt(String how) {
        String text = HEADER + HELENE;
        StaffFile file = switch (how) {
            case "UTF-8 with BOM" -> read("\uFEFF" + text);
            case "comma" -> read(text.replace(';', ','));
            default -> read(text, Charset.forName(how));
        };

        assertThat(file.problems()).isEmpty();
        assertThat(file.lines()).containsExactly(new StaffLine(2, "0350122T", "Le Gall-Évrard", "Hélène", "helene.legall@exemple.invalid",
                AgentFunction.DIRECTEUR, 80, true, LocalDate.of(2026, 9, 1), null));
    }

    @Test
    void findsColumnsByNameInAnyOrderAndTheRestMayBeMissing() {
        StaffFile file = read("Fonction;Prénom;NOM;Code UAI\nZIL;Loïc;Quéré;350122t\n");

        assertThat(file.problems()).isEmpty();
        assertThat(file.lines()).containsExactly(
                new StaffLine(2, "0350122T", "Quéré", "Loïc", null, AgentFunction.TR, null, null, null, null));
    }

    @Test
    void saysLineByLineWhatIsWrongAndKeepsTheGoodLines() {
        StaffFile file = read(HEADER + HELENE
                + "0350122A;Nom;Prénom;;adjoint;100;;;;\r\n"
                + "0350122T;;Prénom;pas une adresse;chef;60;31/02/2026;;peut-être;\r\n"
                + "0350122T;Nom;Prénom;;AESH;50;2026-09-02;2026-09-01;;\r\n"
                + "0350122T;Dernier;Bon;;PES;50;;;non;\r\n");

        assertThat(file.lines()).extracting(StaffLine::line).containsExactly(2L, 6L);
        assertThat(file.problems()).extracting(ImportProblem::line, ImportProblem::column).containsExactly(
                tuple(3L, "uai"), tuple(4L, "nom"),
                tuple(4L, "courriel_professionnel"), tuple(4L, "fonction"),
                tuple(4L, "quotite"), tuple(4L, "constellation"),
                tuple(4L, "date_arrivee"), tuple(5L, "date_depart"));
        assertThat(file.problems()).allSatisfy(problem -> assertThat(problem.message()).isNotBlank().endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants\nA;B;C;CP\n",
        "uai;nom;prenom;fonction;INE\n0350122T;A;B;adjoint;1234\n", "Nom élève;Prénom élève;Niveau\nA;B;CP\n"})
    void refusesListsOfChildrenAndSaysWhy(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFile.class).hasMessageContaining("élèves").hasMessageContaining("rien n'en a été gardé");
    }

    @Test
    void namesTheColumnsThatMiss() {
        assertThatThrownBy(() -> read("nom;prenom\nA;B\n")).isInstanceOf(UnreadableFile.class).hasMessageContaining("uai")
                .hasMessageContaining("fonction");
    }
}
