package fr.forment.stafflist.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.files.UnreadableFile;
import fr.forment.stafflist.reading.Samples.Content;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Workbooks write some characters by their number, "_x000D_" for a line break typed on a Mac: read as the characters
 * they stand for.
 */
@Tag("attack")
class WorkbookEscapesTest {

    private static final String PERSON =
            "<row><c t=\"s\"><v>4</v></c><c t=\"s\"><v>5</v></c><c t=\"s\"><v>6</v></c><c t=\"s\"><v>7</v></c>"
                    + "<c t=\"s\"><v>8</v></c></row>";

    @Test
    void readsThemInTextsOfTheCells() {
        Content content = read(Samples.row("Code_x000D_\nUAI", "Nom_x000d_", "Prénom", "Fonction", "Courriel")
                + Samples.row(
                        "0350122T_x000D_",
                        "Allain_x000D_\n",
                        "Luc_x000D_",
                        "_x0061_djoint",
                        "luc.allain@exemple.invalid_x000D_"));

        assertIsLucAllain(content);
    }

    @Test
    void readsThemInSharedTexts() {
        String titles =
                "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c><c t=\"s\"><v>9</v></c></row>";
        assertIsLucAllain(shared(
                titles + PERSON,
                "Code_x000D_\nUAI",
                "Nom_x000D_",
                "Prénom",
                "Fonction",
                "0350122T_x000D_",
                "Allain_x000D_\n",
                "Luc_x000D_",
                "adj_x006F_int",
                "luc.allain@exemple.invalid_x000D_",
                "Courriel_x000D_"));
    }

    @Test
    void readsThemInTextsThatFormulasGave() {
        Content content = read(Samples.row("uai", "nom", "prenom", "fonction")
                        .replace("inlineStr", "str")
                        .replace("<is><t>", "<v>")
                        .replace("</t></is>", "</v>")
                + "<row><c t=\"str\"><v>0350122T_x000D_</v></c><c t=\"str\"><v>Allain_x000D_</v></c><c t=\"str\"><v>Luc</v></c>"
                + "<c t=\"str\"><v>adjoint_x000D_</v></c></row>");
        assertThat(content.problems()).isEmpty();
        assertThat(content.lines()).extracting(StaffLine::lastName).containsExactly("Allain");
    }

    /**
     * "_x005F_" is how a workbook writes the underscore of a text that looks like such a number: nothing is decoded
     * twice.
     */
    @Test
    void leavesWhatWasMeantAsItStands() {
        Content content = read(Samples.row("uai", "nom", "prenom", "fonction")
                + Samples.row("0350122T", "a_x005F_x000D_b", "Luc", "adjoint"));
        assertThat(content.rows().get(0).cells().get(1)).isEqualTo("a_x000D_b");
    }

    @Test
    void takesNoHalfCharacterAndNoNul() {
        Content half = read(Samples.row("uai", "nom", "prenom", "fonction")
                + Samples.row("0350122T", "Allain_xD83D_", "Luc", "adjoint"));
        assertThat(half.lines()).isEmpty();
        assertThatThrownBy(() -> read(Samples.row("uai", "nom", "prenom", "fonction")
                        + Samples.row("0350122T", "Allain_x0000_", "Luc", "adjoint")))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("caractère nul");
    }

    private static void assertIsLucAllain(Content content) {
        assertThat(content.columns()).containsExactly("Code UAI", "Nom", "Prénom", "Fonction", "Courriel");
        assertThat(content.problems()).isEmpty();
        assertThat(content.lines()).singleElement().satisfies(line -> {
            assertThat(line.lastName()).isEqualTo("Allain");
            assertThat(line.firstName()).isEqualTo("Luc");
            assertThat(line.email()).isEqualTo("luc.allain@exemple.invalid");
        });
    }

    private static Content read(String rows) {
        return Samples.read(Samples.bytes(Samples.workbook(rows)));
    }

    private static Content shared(String rows, String... texts) {
        StringBuilder table =
                new StringBuilder("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        for (String text : texts) {
            table.append("<si><t>").append(text).append("</t></si>");
        }
        Map<String, byte[]> parts = Samples.workbook();
        parts.put("xl/sharedStrings.xml", table.append("</sst>").toString().getBytes(StandardCharsets.UTF_8));
        parts.put(
                "xl/worksheets/sheet2.xml",
                ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                                + "</sheetData></worksheet>")
                        .getBytes(StandardCharsets.UTF_8));
        return Samples.read(Samples.bytes(Samples.zip(parts)));
    }
}
