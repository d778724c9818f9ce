package fr.forment.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator gets wrong is said in one French sentence that names the variable, before anything is made. */
@ExtendWith(OutputCaptureExtension.class)
class StartRefusalTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FORMENT_SMTP_PORT | abc
            FORMENT_SMTP_PORT | 0
            FORMENT_SMTP_PORT | 70000
            FORMENT_SMTP_HOST | smtp://relais.exemple.fr
            FORMENT_SMTP_STARTTLS | oui
            FORMENT_HTTPS | vrai
            PORT | http
            PORT | 65536
            FORMENT_ADDRESS | pas.une.adresse.invalid
            FORMENT_ADDRESS | 192.0.2.1
            FORMENT_BASE_URL | forment.exemple.fr
            FORMENT_BASE_URL | ftp://forment.exemple.fr
            FORMENT_BASE_URL | https://
            FORMENT_BASE_URL | https://forment.exemple.fr/?a=b
            FORMENT_BASE_URL | ''
            FORMENT_MAIL_FROM | nobody
            FORMENT_MAIL_FROM | ''
            FORMENT_MAIL_FROM | Ne pas répondre <a@b.fr>
            FORMENT_MAIL_REPLY_TO | a@b@c.fr
            FORMENT_MAIL_POLL | bientôt
            FORMENT_MAIL_POLL | PT0S
            FORMENT_HOURS_TURN | -PT1M
            FORMENT_DB_WAIT | une minute
            FORMENT_LOG_FORMAT | json
            FORMENT_BACKUP_FOLDER | /proc/nowhere
            FORMENT_MANAGEMENT_PORT | abc
            FORMENT_ACCESS_LINK_DAYS | sept
            FORMENT_ACCESS_LINK_DAYS | 0
            FORMENT_NEEDS_CHUNK | 0
            FORMENT_ARRIVAL_DUE_SCHOOL_DAYS | 300
            FORMENT_ARRIVAL_DUE_SCHOOL_DAYS | 1e2
            FORMENT_HOURS_ANNUAL_MINUTES | 18h
            FORMENT_HOURS_ANNUAL_MINUTES | 0
            FORMENT_STAFF_IMPORT_HELD_SHARE | 120
            FORMENT_DB_URL | ''
            FORMENT_DB_URL | postgresql://localhost/forment
            FORMENT_DB_URL | jdbc:mysql://localhost/forment
            FORMENT_DB_URL | jdbc:postgresql:forment:x
            FORMENT_DB_URL | jdbc:h2:mem:x;NO_SUCH_OPTION=1
            """)
    void namesTheVariableAndItsValue(String variable, String value, CapturedOutput output) {
        String refusal = new StartAttempt(output).with(variable, value).refusal();
        assertThat(refusal).contains(variable);
        if (!value.isBlank() && !variable.equals("FORMENT_DB_URL")) {
            assertThat(refusal).contains("« " + value + " »");
        }
    }

    @Test
    void asksForTheAdministratorsPassword(CapturedOutput output) {
        assertThat(new StartAttempt(output).without("FORMENT_ADMIN_PASSWORD").refusal())
                .contains("FORMENT_ADMIN_PASSWORD", "--spring.profiles.active=demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"court", "toutenminuscules", "Admin-2026-solide", "FormENT-2026-solide"})
    void refusesAWeakPasswordBeforeAnythingIsMade(String password, CapturedOutput output) {
        String refusal = new StartAttempt(output)
                .with("FORMENT_ADMIN_PASSWORD", password)
                .with("FORMENT_DB_URL", file("weak"))
                .refusal();
        assertThat(refusal).contains("FORMENT_ADMIN_PASSWORD").doesNotContain(password);
        assertThat(folder.toFile().listFiles())
                .as("nothing is written yet; an empty file of the right owner may stand there")
                .allMatch(file -> file.length() == 0);
        assertThat(output.getAll()).doesNotContain(password);
    }

    @Test
    void saysThatTheFolderCannotBeWritten(CapturedOutput output) throws Exception {
        Path noFolder = Files.writeString(folder.resolve("data"), "a file where a folder should be");
        assertThat(new StartAttempt(output)
                        .with("FORMENT_DB_URL", "jdbc:h2:file:" + noFolder + "/forment")
                        .refusal())
                .contains("FORMENT_DB_URL", "dossier");
    }

    @Test
    void saysThatAnotherProcessHoldsTheFile(CapturedOutput output) throws Exception {
        Path held = folder.resolve("held.mv.db");
        Files.createFile(held);
        try (var channel = java.nio.channels.FileChannel.open(held, java.nio.file.StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(new StartAttempt(output)
                            .with("FORMENT_DB_URL", file("held"))
                            .refusal())
                    .contains("FORMENT_DB_URL", "déjà");
        }
    }

    @Test
    void saysThatTheFileWasMadeWithAnotherPassword(CapturedOutput output) throws Exception {
        h2("secret", "Mot-de-passe-1").close();
        String refusal = new StartAttempt(output)
                .with("FORMENT_DB_URL", file("secret"))
                .with("FORMENT_DB_PASSWORD", "Mot-de-passe-2")
                .refusal();
        assertThat(refusal).contains("FORMENT_DB_PASSWORD", "FORMENT_DB_USER").doesNotContain("Mot-de-passe-2");
    }

    @Test
    void saysThatTheFileIsDamaged(CapturedOutput output) throws Exception {
        Files.writeString(folder.resolve("damaged.mv.db"), "no database ".repeat(2000));
        assertThat(new StartAttempt(output)
                        .with("FORMENT_DB_URL", file("damaged"))
                        .refusal())
                .contains("FORMENT_DB_URL", "endommagé");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://base.exemple.invalid/forment",
                "jdbc:postgresql://127.0.0.1:1/forment?password=Tres-secret-1"
            })
    void saysThatNobodyAnswers(String url, CapturedOutput output) {
        String refusal = new StartAttempt(output).with("FORMENT_DB_URL", url).refusal();
        assertThat(refusal).contains("FORMENT_DB_URL").doesNotContain("Tres-secret-1");
    }

    @Test
    void saysThatThePortIsTaken(CapturedOutput output) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new StartAttempt(output)
                            .with("PORT", taken.getLocalPort())
                            .refusal())
                    .contains("PORT", String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void saysThatThePortOfTheFiguresIsTakenOrNoPortOfItsOwn(CapturedOutput output) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new StartAttempt(output)
                            .with("FORMENT_MANAGEMENT_PORT", taken.getLocalPort())
                            .refusal())
                    .contains("FORMENT_MANAGEMENT_PORT");
        }
        assertThat(new StartAttempt(output)
                        .with("PORT", 18_080)
                        .with("FORMENT_MANAGEMENT_PORT", 18_080)
                        .refusal())
                .contains("FORMENT_MANAGEMENT_PORT", "PORT");
        assertThat(new StartAttempt(output)
                        .with("FORMENT_MANAGEMENT_ADDRESS", "127.0.0.1")
                        .refusal())
                .contains("FORMENT_MANAGEMENT_ADDRESS");
    }

    @Test
    void refusesADatabaseOfALaterVersion(CapturedOutput output) throws Exception {
        try (Connection database = h2("later", "")) {
            SchemaOf.later(database);
        }
        assertThat(new StartAttempt(output)
                        .with("FORMENT_DB_URL", file("later"))
                        .refusal())
                .contains("FORMENT_DB_URL", "plus récente", "999");
    }

    /**
     * Of a version that is gone, of the same number as a file of today, and of today's last file without those before
     * it.
     */
    @ParameterizedTest
    @CsvSource({"001, mail, 1", "050, needs, 1", "050, territory, 1", "220, worklist, -1"})
    void refusesADatabaseOfBeforeTheFirstRelease(
            String version, String description, int checksum, CapturedOutput output) throws Exception {
        try (Connection database = h2("before", "")) {
            SchemaOf.made(database, version, description, checksum < 0 ? checksumToday(version) : checksum);
        }
        String refusal =
                new StartAttempt(output).with("FORMENT_DB_URL", file("before")).refusal();
        assertThat(refusal)
                .contains("FORMENT_DB_URL", file("before"), "première version publiée", "exportez", "un autre dossier");
        try (Connection database = h2("before", "");
                var tables = database.getMetaData().getTables(null, "PUBLIC", "%", null)) {
            tables.next();
            assertThat(tables.next())
                    .as("nothing was made beside what was there")
                    .isFalse();
        }
    }

    private static int checksumToday(String version) {
        Flyway flyway =
                Flyway.configure().dataSource("jdbc:h2:mem:checksums", "sa", "").load();
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getVersion().getVersion().equals(version))
                .findAny()
                .orElseThrow()
                .getChecksum();
    }

    @Test
    void neverSaysASecret(CapturedOutput output) {
        Map.of("FORMENT_DB_PASSWORD", "Secret-base-1", "FORMENT_SMTP_PASSWORD", "Secret-relais-1")
                .forEach((variable, secret) -> {
                    new StartAttempt(output)
                            .with(variable, secret)
                            .with("FORMENT_SMTP_PORT", "abc")
                            .refusal();
                    assertThat(output.getAll()).doesNotContain(secret);
                });
    }

    private String file(String name) {
        return "jdbc:h2:file:" + folder.resolve(name);
    }

    private Connection h2(String name, String password) throws SQLException {
        return DriverManager.getConnection(file(name), "sa", password);
    }
}
