package fr.forment.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** As {@link StartRefusalTest}, where the database is a server that asks for passwords and gives rights. */
@ExtendWith(OutputCaptureExtension.class)
class StartRefusalIT {

    private static final String RIGHT = "Base-de-donnees-1";
    private static EmbeddedPostgres server;

    @BeforeAll
    static void aServerThatAsksForPasswords() throws Exception {
        server = EmbeddedPostgres.start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE forment LOGIN PASSWORD '" + RIGHT + "'");
            statement.execute("CREATE DATABASE foreign_one");
            statement.execute("CREATE DATABASE later OWNER forment");
            askForPasswords(statement);
        }
        try (Connection foreign = server.getDatabase("postgres", "foreign_one").getConnection();
                Statement statement = foreign.createStatement()) {
            statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC"); // as PostgreSQL 15 does by itself
        }
        try (Connection later = server.getDatabase("postgres", "later").getConnection();
                Statement statement = later.createStatement()) {
            SchemaOf.later(later);
            statement.execute("ALTER TABLE \"flyway_schema_history\" OWNER TO forment");
        }
    }

    private static void askForPasswords(Statement statement) throws Exception {
        ResultSet file = statement.executeQuery("SHOW hba_file");
        file.next();
        Path rules = Path.of(file.getString(1));
        List<String> lines = new ArrayList<>(
                List.of("host all forment 127.0.0.1/32 scram-sha-256", "host all forment ::1/128 scram-sha-256"));
        lines.addAll(Files.readAllLines(rules));
        Files.write(rules, lines);
        statement.execute("SELECT pg_reload_conf()");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void saysThatNameOrPasswordAreWrong(CapturedOutput output) {
        assertThat(refusal(output, "later", "forment", "Un-autre-mot-1"))
                .contains("FORMENT_DB_USER", "FORMENT_DB_PASSWORD")
                .doesNotContain("Un-autre-mot-1");
        assertThat(refusal(output, "later", "forment", "")).contains("FORMENT_DB_PASSWORD");
        assertThat(refusal(output, "later", "nobody", RIGHT)).contains("FORMENT_DB_USER");
    }

    @Test
    void saysThatThereIsNoSuchDatabase(CapturedOutput output) {
        assertThat(refusal(output, "unknown", "forment", RIGHT)).contains("FORMENT_DB_URL", "n'existe pas");
    }

    @Test
    void saysThatTablesMayNotBeMade(CapturedOutput output) {
        assertThat(refusal(output, "foreign_one", "forment", RIGHT))
                .contains("FORMENT_DB_USER", "« forment »", "« foreign_one »");
    }

    @Test
    void refusesADatabaseOfALaterVersion(CapturedOutput output) throws SQLException {
        assertThat(refusal(output, "later", "forment", RIGHT)).contains("FORMENT_DB_URL", "999");
        try (Connection later = server.getDatabase("postgres", "later").getConnection();
                Statement statement = later.createStatement()) {
            ResultSet tables = statement.executeQuery("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'");
            tables.next();
            assertThat(tables.getInt(1))
                    .as("nothing was made beside what was there")
                    .isEqualTo(1);
        }
    }

    @Test
    void waitsForADatabaseThatIsNotThereYet(CapturedOutput output) {
        long before = System.nanoTime();
        String refusal = new StartAttempt(output)
                .with("FORMENT_DB_URL", "jdbc:postgresql://127.0.0.1:1/forment")
                .with("FORMENT_DB_WAIT", "2s")
                .refusal();
        assertThat(refusal).contains("FORMENT_DB_URL");
        assertThat(System.nanoTime() - before).isGreaterThan(2_000_000_000L);
    }

    private static String refusal(CapturedOutput output, String database, String user, String password) {
        return new StartAttempt(output)
                .with("FORMENT_DB_URL", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database)
                .with("FORMENT_DB_USER", user)
                .with("FORMENT_DB_PASSWORD", password)
                .refusal();
    }
}
