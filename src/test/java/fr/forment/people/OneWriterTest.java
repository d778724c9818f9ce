package fr.forment.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** History, account, addresses and news follow a person that is written: so there is one who writes. */
class OneWriterTest {

    private static final Pattern BY_HAND = Pattern.compile("(?i)(update|insert into|delete from)\\s+agent\\b");

    @Test
    void onlyTheWriterSavesPeople() {
        var people = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("fr.forment.people");
        assertThat(people.stream().flatMap(each -> each.getMethodCallsFromSelf().stream()))
                .filteredOn(call -> call.getTargetOwner().isEquivalentTo(AgentRepository.class)
                        && call.getName().matches("(save|delete).*"))
                .extracting(call -> call.getOriginOwner().getSimpleName())
                .containsOnly("Writing");
    }

    /** A list that is undone, addresses that change hands within one, and the turn of the year. */
    @Test
    void threeStatementsChangePeopleInBulk() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> BY_HAND.matcher(text(file)).find())
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("Restoration.java", "FormerPeople.java", "SchoolYearService.java");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
