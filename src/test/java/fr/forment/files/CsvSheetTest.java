package fr.forment.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

    @Test
    void isWhatAFrenchSpreadsheetOpensRight() {
        String text = new String(
                CsvSheet.of(List.of("nom", "école"), List.of(List.of("Évrard; Zoé", "Les \"Lilas\""))),
                StandardCharsets.UTF_8);

        assertThat(text).isEqualTo("\uFEFFnom;école\r\n\"Évrard; Zoé\";\"Les \"\"Lilas\"\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"x\")",
                "+33",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "|calc",
                "%0A",
                " =1+1",
                "\u00A0=1",
                "\u200B-2+3|cmd",
                "\u202E@x",
                "＝1+1",
                "－1",
                "\r\n=1"
            })
    void noCellIsAFormula(String typed) {
        assertThat(CsvSheet.harmless(typed)).isEqualTo("'" + typed);
    }

    @Test
    void noTitleIsAFormulaEither() throws Exception {
        String title = "-2+3+cmd|' /C calc'!A0";
        var bytes = new java.io.ByteArrayOutputStream();
        CsvSheet.write(bytes, List.of(title), java.util.stream.Stream.of());
        assertThat(new String(CsvSheet.of(List.of(title), List.of()), StandardCharsets.UTF_8))
                .startsWith("\uFEFF'-2");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("\uFEFF'-2");
    }

    @Test
    void leavesPlainTextAlone() {
        assertThat(CsvSheet.harmless("Jean-Marc")).isEqualTo("Jean-Marc");
        assertThat(CsvSheet.harmless("")).isEmpty();
    }
}
