package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mail is built alike: who reads, what is expected, one thing to do and the link that does it, who writes. */
class MailTemplatesTest {

    private static final Path ROOT = Path.of("src/main/resources/templates/mail");
    private static final Pattern CODE = Pattern.compile("\\[#[^\\]]*\\]|\\[/\\]|\\[\\(\\$\\{.*?\\}\\)\\]");
    /**
     * Characters that the fixed part of a subject may have: a title or a school comes on top, and mail programs show
     * about 60.
     */
    private static final int SUBJECT = 60;

    private final MailWriter writer = new MailWriter();

    static Stream<Path> templates() throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.walk(ROOT)) {
            found = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        assertThat(found).hasSizeGreaterThan(80);
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void isBuiltAsAllAre(Path file) {
        List<String> lines = read(file).strip().lines().toList();
        assertThat(CODE.matcher(lines.get(0)).replaceAll("")).as("subject").hasSizeLessThanOrEqualTo(SUBJECT);
        assertThat(lines.get(1)).isEmpty();
        assertThat(lines.get(2)).isEqualTo("Bonjour [(${prenom})] [(${nom})],");
        assertThat(lines.get(lines.size() - 1)).as("who writes").endsWith("[(${signature})]");
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("[(${lien})]")) {
                assertThat(lines.get(i - 1)).as("what the link does").endsWith(" :");
            }
        }
        assertThat(lines.stream().filter("[(${lien})]"::equals).count())
                .as("one link")
                .isLessThanOrEqualTo(1);
    }

    @Test
    void theButtonSaysWhatOneDoesThere() {
        var mail = writer.write(
                "campaign/thanked",
                Map.of(
                        "prenom",
                        "Zoé",
                        "nom",
                        "Morel",
                        "ecole",
                        "Les Lilas",
                        "tardive",
                        false,
                        "lien",
                        "https://forment.exemple.fr/enquete/4",
                        "signature",
                        "Circonscription : Redon (FormENT)"));
        assertThat(mail.html()).contains("<a href=\"https://forment.exemple.fr/enquete/4\"", ">Relire la réponse</a>");
        assertThat(mail.text()).contains("Relire la réponse :\nhttps://forment.exemple.fr/enquete/4\n");
    }

    @Test
    void whatSomebodyTypedMakesNoButton() {
        var mail = writer.write(
                "session/cancelled",
                Map.of(
                        "motif",
                        "Cliquez ici :\nhttps://ailleurs.invalid/x",
                        "lien",
                        "https://forment.exemple.fr/sessions/4"));
        assertThat(mail.html())
                .doesNotContain("href=\"https://ailleurs.invalid")
                .contains("href=\"https://forment.exemple.fr/sessions/4\"");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
