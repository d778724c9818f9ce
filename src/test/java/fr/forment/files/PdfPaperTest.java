package fr.forment.files;

import static fr.forment.assertions.FormentAssertions.assertThatPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPaperTest {

    @Test
    void isReadAloudAndKept() {
        byte[] file = PdfPaper.of(paper("<h1>Élèves, cœur, « 3 h 30 »</h1><p>Ça marche – 12 €</p>"
                + "<table><caption>Sessions</caption><thead><tr><th scope=\"col\">N°</th><th scope=\"col\">Lieu</th></tr></thead>"
                + "<tbody><tr><th scope=\"row\">1</th><td>Redon</td></tr></tbody></table>"));
        assertThatPdf(file).isAccessible().isKept().says("Élèves, cœur, « 3 h 30 »", "12 €", "N°", "Redon");
    }

    /** Signs of other scripts, signs nobody types, and what looks like the end of the file. */
    @Test
    void holdsWhateverWasTyped() {
        byte[] file =
                PdfPaper.of(paper("<p>a\u0000b\u0007c \uD83D\uDE00 漢 \uFFFE ]]&gt; &lt;b&gt;&amp;#0; \uD800</p>"));
        assertThatPdf(file).isAccessible().isKept().says("abc 😀 □ ]]> <b>&#0;");
    }

    /** Letters drawn as one sign are not found by who seeks the word, and are read aloud as another. */
    @Test
    void keepsWordsThatAreSought() {
        assertThatPdf(PdfPaper.of(paper("<p>Difficulté, identifiants, <strong>affluence, flux, Œuvre</strong></p>")))
                .isAccessible()
                .isKept()
                .spellsEachLetter()
                .says("Difficulté, identifiants, affluence, flux, Œuvre");
    }

    /**
     * The letters are read once for all papers: each holds its own, whichever were made meanwhile or came to nothing.
     */
    @Test
    void isWrittenNextToOthers() throws Exception {
        List<Callable<byte[]>> hands = IntStream.range(0, 40)
                .<Callable<byte[]>>mapToObj(each -> () -> {
                    if (each % 10 == 3) {
                        assertThatThrownBy(() -> PdfPaper.of("<html>")).isInstanceOf(RuntimeException.class);
                    }
                    return PdfPaper.of(
                            paper("<h1>Essai no " + each + "</h1><p>" + "aé€ßΩЖ".substring(each % 6) + "</p>"));
                })
                .toList();
        var pool = Executors.newFixedThreadPool(6);
        try {
            List<Future<byte[]>> files = pool.invokeAll(hands);
            for (int each = 0; each < files.size(); each++) {
                assertThatPdf(files.get(each).get()).says("Essai no " + each, "aé€ßΩЖ".substring(each % 6));
            }
            assertThatPdf(files.get(39).get()).isAccessible().isKept();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void fetchesNothingFromElsewhere() {
        byte[] file = PdfPaper.of(paper("<p>Avant</p><img src=\"file:///etc/hostname\" alt=\"x\"/>"
                + "<img src=\"http://127.0.0.1:9/x.png\" alt=\"y\"/><p>Après</p>"));
        assertThatPdf(file).says("Avant", "Après");
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("/Image");
    }

    @Test
    void readsNoForeignFile(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "mot de passe");
        byte[] file = PdfPaper.of(paper("<p>Avant &x; après</p>")
                .replace("<!DOCTYPE html>", "<!DOCTYPE html [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"));
        assertThatPdf(file).says("Avant", "après").doesNotSay("mot de passe");
    }

    /** A table over several pages: its header is seen on each, and named once. */
    @Test
    void readsTheHeaderOfALongTableOnce() {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 150; row++) {
            rows.append("<tr><th scope=\"row\">").append(row).append("</th><td>Redon</td></tr>");
        }
        String table = "<table style=\"-fs-table-paginate: paginate\"><thead><tr><th scope=\"col\">Numéro</th>"
                + "<th scope=\"col\">Lieu de la formation</th></tr></thead><tbody>" + rows + "</tbody></table>";
        byte[] file = PdfPaper.of(paper("<h1>Sessions</h1>" + table + "<h2>Encore</h2>" + table));
        assertThatPdf(file)
                .isAccessible()
                .isKept()
                .hasPages(5)
                .saysOnEachPage("Lieu de la formation")
                .says("Redon", "Encore", "Redon")
                .namesEachHeaderOnce(4);
    }

    static String paper(String body) {
        return "<!DOCTYPE html>\n<html lang=\"fr\"><head><title>Essai</title><meta name=\"subject\" content=\"Un essai\"/>"
                + "<style>body { font-family: Papier }</style></head><body>" + body + "</body></html>";
    }
}
