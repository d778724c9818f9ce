package fr.forment.stafflist.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.files.UnreadableFile;
import fr.forment.stafflist.reading.Samples.Content;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Accents of every computer a school has: read as they were typed, or refused with the way to mend it; never turned
 * into other letters.
 */
@Tag("attack")
class FrenchEncodingsTest {

    private static final String TITLES = "UAI;Nom;Prénom;Fonction;Quotité\r";
    private static final String PEOPLE = TITLES
            + "0350122T;Lefèvre;Hélène;adjoint;80\r0350122T;Noël;Gaëlle;directrice;100\r0350122T;Benoît;Françoise;adjointe;100\r";

    @ParameterizedTest
    @ValueSource(strings = {"x-MacRoman", "IBM850", "windows-1252", "ISO-8859-15", "UTF-8", "UTF-16LE"})
    void readsAccentsOfEveryComputer(String charset) {
        for (String end : List.of("\r", "\r\n", "\n")) {
            Content content = Samples.read(Samples.text(PEOPLE.replace("\r", end), Charset.forName(charset)));
            assertThat(content.columns()).containsExactly("UAI", "Nom", "Prénom", "Fonction", "Quotité");
            assertThat(content.problems()).isEmpty();
            assertThat(content.lines())
                    .extracting(StaffLine::lastName, StaffLine::firstName)
                    .containsExactly(tuple("Lefèvre", "Hélène"), tuple("Noël", "Gaëlle"), tuple("Benoît", "Françoise"));
        }
    }

    /**
     * One accent in the whole file, in many places of a word: right, or refused by a sentence that names encodings;
     * never something else.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lefèvre",
                "LEFÈVRE",
                "Éluard",
                "Noël",
                "NOËL",
                "Garçon",
                "Benoît",
                "Maïté",
                "Côme",
                "Béal",
                "DUPRÉ",
                "André",
                "Bâ",
                "Sœur",
                "Lévêque",
                "D’Angelo",
                "Müller",
                "Nuñez",
                "Œuvrard",
                "LE GALL-ÉVRARD",
                "Zoé"
            })
    void neverInventsALetter(String name) {
        for (String charset : List.of("x-MacRoman", "IBM850", "windows-1252", "ISO-8859-15")) {
            if (!Charset.forName(charset).newEncoder().canEncode(name)) {
                continue;
            }
            try {
                Content content = Samples.read(Samples.text(
                        "uai;nom;prenom;fonction\r\n0350122T;" + name + ";Rose;adjoint\r\n", Charset.forName(charset)));
                if (content.problems().isEmpty()) {
                    assertThat(content.lines())
                            .as(charset)
                            .extracting(StaffLine::lastName)
                            .containsExactly(name);
                }
            } catch (UnreadableFile refused) {
                assertThat(refused.getMessage()).contains("encodage").contains("UTF-8");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252,Lefèvre",
        "windows-1252,DUPRÉ",
        "windows-1252,Müller",
        "windows-1252,Nuñez",
        "windows-1252,D’Angelo",
        "x-MacRoman,Hélène",
        "x-MacRoman,Sœur",
        "IBM850,Hélène",
        "ISO-8859-15,Sœur"
    })
    void isSureOfTheOrdinary(String charset, String name) {
        Content content = Samples.read(Samples.text(
                "uai;nom;prenom;fonction\r\n0350122T;" + name + ";Rose;adjoint\r\n", Charset.forName(charset)));
        assertThat(content.lines()).extracting(StaffLine::lastName).containsExactly(name);
    }

    /** Spoilt before it came: by a program that did not know the letters, or that read UTF-8 as something else. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Lef\uFFFDvre", "LefÃ¨vre", "Lef\u0088vre", "LefÃ\u00A0vre", "Lef√®vre", "Lef├¿vre", "L\u0085"})
    void neverTakesASpoiltName(String name) {
        Content content =
                Samples.read(Samples.text("uai;nom;prenom;fonction\r\n0350122T;" + name + ";Rose;adjoint\r\n"));
        assertThat(content.lines()).isEmpty();
        assertThat(content.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("nom");
            assertThat(problem.message()).contains("accent").contains("UTF-8");
        });
    }

    @Test
    void neverTakesASpoiltTitle() {
        assertThatThrownBy(() ->
                        Samples.read(Samples.text("uai;nom;pr\uFFFDnom;fonction\r\n0350122T;Petit;Rose;adjoint\r\n")))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("accent")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void neverTakesASpoiltCellOfAWorkbook() {
        Content content = Samples.read(Samples.bytes(Samples.workbook(Samples.row("uai", "nom", "prenom", "fonction")
                + Samples.row("0350122T", "Lef\uFFFDvre", "Rose", "adjoint"))));
        assertThat(content.lines()).isEmpty();
        assertThat(content.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("accent"));
    }

    @Test
    void isSureOfALongFileWithOneAccentAtItsEnd() {
        String people = "uai;nom;prenom;fonction\r\n" + "0350122T;Petit;Rose;adjoint\r\n".repeat(20_000)
                + "0350122T;Lefèvre;Hélène;adjoint\r\n";
        for (String charset : List.of("x-MacRoman", "IBM850", "windows-1252", "UTF-8")) {
            List<StaffLine> lines = Samples.read(Samples.bytes(people.getBytes(Charset.forName(charset))))
                    .lines();
            assertThat(lines.get(lines.size() - 1).firstName()).isEqualTo("Hélène");
        }
        assertThat(people.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(1 << 16);
    }
}
