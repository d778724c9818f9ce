package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
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

    /** « la tâche « Émargement » »: whoever looks for it under that name finds none. */
    @Test
    void tasksAreNamedAsPeopleReadThem() {
        Set<String> names = new TreeSet<>(Set.of("Fixer la date", "Compléter la session")); // the step says which
        Pattern named = Pattern.compile("name=\"taskName\" value=\"([^\"]+?)(?: – | : | « )?[#$]\\{");
        files(Path.of("bpmn"))
                .flatMap(WordRulesTest::read)
                .map(named::matcher)
                .filter(Matcher::find)
                .forEach(each -> names.add(each.group(1)));
        Pattern told = Pattern.compile("[tT]âches? « ([^»]+) »(?: ou « ([^»]+) »)?");
        List<String> unknown = Stream.of(JAVA, PAGES, Path.of("forms"))
                .flatMap(WordRulesTest::files)
                .flatMap(file -> read(file)
                        .flatMap(line -> told.matcher(line).results())
                        .flatMap(found -> Stream.of(found.group(1), found.group(2)))
                        .filter(name -> name != null && !names.contains(name))
                        .map(name -> file.getFileName() + ": " + name))
                .toList();
        assertThat(names).hasSizeGreaterThan(20);
        assertThat(unknown).isEmpty();
    }

    private static Stream<Path> files(Path root) {
        try {
            return Files.walk(root).filter(file -> file.toString().matches(".*\\.(java|html|txt|form|bpmn)"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
