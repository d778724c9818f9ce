package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.PlainPages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("attack")
class MarkdownTest {

    @Test
    void givesNoSignAMeaning() {
        assertThat(Markdown.text(
                                "[Ouvrir](https://ailleurs.invalid) **gras** {{x}} <b> www.ailleurs.invalid a@b.fr &amp; 1. `code`")
                        .source())
                .isEqualTo(
                        "\\[Ouvrir\\]\\(https\\:\\/\\/ailleurs\\.invalid\\) \\*\\*gras\\*\\* \\{\\{x\\}\\} \\<b\\> www\\.ailleurs\\.invalid a\\@b\\.fr \\&amp\\; 1\\. \\`code\\`");
    }

    @Test
    void leavesLettersAndFiguresAlone() {
        assertThat(PlainPages.plain(Markdown.text("Élan 2026 – œuvre « à » 3").source()))
                .isEqualTo("Élan 2026 – œuvre « à » 3");
        assertThat(Markdown.text(12).source()).isEqualTo("12");
        assertThat(Markdown.text(null).source()).isEmpty();
    }

    @Test
    void staysOnItsLine() {
        assertThat(Markdown.text("  un\n\n# deux\u2028- trois\t ").source()).isEqualTo("un \\# deux \\- trois");
    }

    @Test
    void keepsTypedLinesAsLinesOnly() {
        assertThat(PlainPages.plain(
                        Markdown.lines("    Reprendre :\r\n\n- lundi\n> mardi").source()))
                .isEqualTo("Reprendre \\:\n\\- lundi\n\\> mardi");
    }

    @Test
    void makesListsOfItsOwn() {
        assertThat(Markdown.list(java.util.List.of("un\n- faux", "# deux")).source())
                .isEqualTo("- un\n  \\- faux\n- \\# deux");
    }

    @Test
    void isCutWhereTheEngineKeepsNoMoreAndNeverInsideAnEscape() {
        assertThat(Markdown.text("ab** ".repeat(2000)).source())
                .hasSizeLessThanOrEqualTo(4000)
                .endsWith("ab\\*\\* …");
        assertThat(Markdown.text("*".repeat(5000)).source()).isEqualTo("…");
    }

    @Test
    void isReadByPeopleAsItWasTyped() {
        assertThat(Markdown.text("L'école [1]")).hasToString("L’école [1]");
    }
}
