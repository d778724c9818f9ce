package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/rooms.md} speaks of every room of the lifecycle, and only of what there is. */
class RoomsPageTest {

    private static final Path SOURCES = Path.of("src/main/java/fr/forment");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @Test
    void explainsEachRoomOfTheLifecycle() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        List<String> lifecycle = lines.subList(index(lines, "| lifecycle |"), index(lines, "| people |")).stream()
                .map(line -> quoted(line).get(0))
                .toList();
        assertThat(lifecycle).contains("plan", "survey", "release");

        Set<String> explained = Files.readAllLines(Path.of("docs/rooms.md")).stream()
                .filter(line -> line.startsWith("## "))
                .flatMap(line -> quoted(line).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(explained).containsAll(lifecycle).allSatisfy(room -> assertThat(SOURCES.resolve(room))
                .isDirectory());
    }

    @Test
    void namesOnlyClassesAndTablesThatAre() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Stream.concat(Files.walk(SOURCES), Files.walk(Path.of("src/test/java")))) {
            classes = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        String schema;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            schema = files.map(RoomsPageTest::text).collect(Collectors.joining());
        }
        List<String> names = quoted(text(Path.of("docs/rooms.md")));
        assertThat(names.stream().filter(name -> name.matches("(?:[a-z.]+\\.)?[A-Z]\\w+")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(classes).contains(name.replaceFirst(".*\\.", "")));
        assertThat(names.stream().filter(name -> name.matches("[a-z]+(?:_[a-z]+)+")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(schema).contains("CREATE TABLE " + name + " ("));
    }

    private static int index(List<String> lines, String start) {
        return lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow());
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
