package fr.forment.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseOnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The same on PostgreSQL: by pg_dump and pg_restore while the house runs, where they are installed; elsewhere by the
 * server's own copy of the database, and it says so.
 */
@HouseOnPostgres
class RestoredBackupIT extends RestoredBackupTest {

    private static final String COPY = "restored_house";

    @Value("${spring.datasource.url}")
    String url;

    @Override
    String user() {
        return "postgres";
    }

    @Override
    String backUpAndRestore() throws Exception {
        String restored = url.replaceFirst("/postgres\\?", "/" + COPY + "?");
        var server = JdbcClient.create(
                new DriverManagerDataSource(url.replaceFirst("/postgres\\?", "/template1?"), user(), ""));
        server.sql("DROP DATABASE IF EXISTS " + COPY).update();
        Optional<Path> tools = tools();
        if (tools.isPresent()) {
            server.sql("CREATE DATABASE " + COPY).update();
            Path dump = folder.resolve("forment.dump");
            String port = url.replaceFirst(".*:(\\d+)/.*", "$1");
            run(
                    tools.get().resolve("pg_dump"),
                    "-h",
                    "localhost",
                    "-p",
                    port,
                    "-U",
                    user(),
                    "-Fc",
                    "-f",
                    dump.toString(),
                    "postgres");
            run(
                    tools.get().resolve("pg_restore"),
                    "-h",
                    "localhost",
                    "-p",
                    port,
                    "-U",
                    user(),
                    "--no-owner",
                    "-d",
                    COPY,
                    dump.toString());
        } else {
            System.out.println("RESTORE: no pg_dump here, the server copies the database itself");
            server.sql("ALTER DATABASE postgres ALLOW_CONNECTIONS FALSE").update();
            try {
                server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'postgres'")
                        .query((row, i) -> row.getBoolean(1))
                        .list();
                server.sql("CREATE DATABASE " + COPY + " TEMPLATE postgres").update();
            } finally {
                server.sql("ALTER DATABASE postgres ALLOW_CONNECTIONS TRUE").update();
            }
        }
        return restored;
    }

    private static Optional<Path> tools() throws IOException {
        Path installed = Path.of("/usr/lib/postgresql");
        try (Stream<Path> versions = Files.isDirectory(installed) ? Files.list(installed) : Stream.empty()) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("pg_dump")))
                    .findFirst();
        }
    }

    private void run(Path tool, String... arguments) throws Exception {
        Path log = folder.resolve(tool.getFileName() + ".log");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(tool.toString()), List.of(arguments).stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
