package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How sentences are put together in sources: rules whose breach shows only with some names, some days, some states. */
class WordRulesTest {

    private static final Path JAVA = Path.of("src/main/java");
    private static final Path PAGES = Path.of("src/main/resources/templates");

    /** « soumis à l'ien », « zone a »: {@code French.inSentence} keeps initials. */
    private static final Pattern LOWERED = Pattern.compile(
            "(?:label|title|Label|Title)\\(\\)\\)?\\.(?:substring\\(0, 1\\)\\.)?toLowerCase|strings\\.toLowerCase\\([^)]*(?:label|title)");

    /** « de Arcueil »: {@code French.of} knows, or a colon stands before the name. */
    private static final String NAMED =
            "[^'\"|}]{0,60}?(?:[nN]ame\\(|[nN]ame\\b|[tT]own|[sS]chool\\(\\)|commune|place\\(\\)|label\\(|title\\()";

    private static final Pattern UNELIDED =
            Pattern.compile("\\b(?:[dD]e|[qQ]ue|[jJ]usque) (?:['\"] \\+ (?:\\$\\{)?|\\$\\{)"
                    + "(?!#fr\\.|French\\.|@needsShown)" + NAMED);

    @Test
    void initialsKeepTheirCapitals() {
        assertThat(breaches(LOWERED)).as("labels made small letter by letter").isEmpty();
    }

    @Test
    void noNameStandsBehindAWordThatElides() {
        assertThat(breaches(UNELIDED)).as("names that may begin with a vowel").isEmpty();
    }

    private static List<String> breaches(Pattern fault) {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Stream.concat(Files.walk(JAVA), Files.walk(PAGES))) {
            files.filter(file -> file.toString().matches(".*\\.(java|html|txt)"))
                    .forEach(file -> read(file)
                            .filter(line -> fault.matcher(line).find())
                            .forEach(line -> found.add(file.getFileName() + ": " + line.strip())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
