package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** The data of everybody is readable by nobody else on the machine. */
@Tag("attack")
class DataFolderTest {

    @TempDir
    Path folder;

    private static String rights(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void startOn(String url) {
        new DataFolder()
                .postProcessEnvironment(
                        new MockEnvironment().withProperty("spring.datasource.url", url), new SpringApplication());
    }

    @Test
    void isClosedBeforeItHoldsAnything() throws Exception {
        Path data = folder.resolve("deep/data");
        String url = "jdbc:h2:file:" + data.resolve("forment") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        startOn(url);
        assertThat(rights(data)).isEqualTo("rwx------");
        try (var connection = DriverManager.getConnection(url, "sa", "")) {
            connection.createStatement().execute("CREATE TABLE kept (id INT)");
        }
        assertThat(rights(data.resolve("forment.mv.db"))).isEqualTo("rw-------");
    }

    @Test
    void aFileOfAnEarlierVersionIsClosedAndStillOpens() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        String url = "jdbc:h2:" + data.resolve("forment");
        try (var connection = DriverManager.getConnection(url, "sa", "")) {
            connection.createStatement().execute("CREATE TABLE kept (id INT)");
        }
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            }
        }
        startOn(url);
        assertThat(rights(data.resolve("forment.mv.db"))).isEqualTo("rw-------");
        assertThat(rights(data)).isEqualTo("rwx------");
        try (var connection = DriverManager.getConnection(url, "sa", "")) {
            assertThat(connection
                            .createStatement()
                            .executeQuery("SELECT COUNT(*) FROM kept")
                            .next())
                    .isTrue();
        }
    }

    @Test
    void aFolderOfOthersKeepsItsRights() throws Exception {
        Files.createFile(folder.resolve("something-else"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        startOn("jdbc:h2:file:" + folder.resolve("forment"));
        assertThat(rights(folder)).isEqualTo("rwxr-xr-x");
        assertThat(rights(folder.resolve("forment.mv.db"))).isEqualTo("rw-------");
        startOn("jdbc:h2:mem:forment");
        startOn("jdbc:postgresql://localhost/forment");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }
}
