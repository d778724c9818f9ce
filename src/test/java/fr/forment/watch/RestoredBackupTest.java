package fr.forment.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.FormentApplication;
import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.access.DelegationService;
import fr.forment.account.Delegation;
import fr.forment.account.NewDelegation;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TimeMachine;
import fr.forment.mail.Dispatcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A backup that was taken while FormENT ran is restored as docs/exploitation.md says: processes go on with their
 * timers, and nobody gets a mail that left after the backup a second time. H2: the script of the running house, brought
 * into a file whose nightly backup is what is restored.
 */
@HouseTest
class RestoredBackupTest {

    /** The recipe's line, word for word. */
    private static final String PAUSE =
            "UPDATE mail_pause SET paused = TRUE, since = CURRENT_TIMESTAMP, reason = 'Sauvegarde rétablie' WHERE id = 1";

    @TempDir
    Path folder;

    @Autowired
    TestGround ground;

    @Autowired
    ProcessDriver driver;

    @Autowired
    DelegationService delegations;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void goesOnWithItsTimersAndSendsNothingTwice() throws Exception {
        var circo = ground.circonscription(1);
        ground.as(circo.ien());
        Delegation lent = delegations.name(new NewDelegation(
                circo.uai(),
                circo.ien().id(),
                circo.cpc().id(),
                LocalDate.of(2026, 9, 7),
                LocalDate.of(2026, 9, 11),
                "congé"));
        driver.theCase("delegation", lent.id()).waitsAt("untilFirstDay");
        String announced = "delegation:announce:" + lent.id() + "%";
        assertThat(states(jdbc, announced))
                .as("they wait when the backup is taken")
                .isNotEmpty()
                .containsOnly("QUEUED");

        String restored = backUpAndRestore();
        JdbcClient.create(new DriverManagerDataSource(restored, user(), ""))
                .sql(PAUSE)
                .update();
        jdbc.sql("UPDATE outbox_mail SET not_before = ? WHERE state = 'QUEUED'")
                .param(Timestamp.from(clock.instant()))
                .update();
        dispatcher.run();
        assertThat(states(jdbc, announced)).as("they have left since").containsOnly("DEPOSITED");

        try (ConfigurableApplicationContext house = start(restored)) {
            var again = house.getBean(JdbcClient.class);
            long leftBefore = left(again);
            house.getBean(TimeMachine.class).startAt(clock.instant());
            again.sql("UPDATE outbox_mail SET not_before = ? WHERE state = 'QUEUED'")
                    .param(Timestamp.from(clock.instant()))
                    .update();
            house.getBean(Dispatcher.class).run();
            assertThat(states(again, announced)).as("paused").isNotEmpty().containsOnly("QUEUED");
            house.getBean(TimeMachine.class)
                    .travelTo(Instant.parse("2026-09-13T08:00:00Z"), new EveryMail(house.getBean(Dispatcher.class)));
            assertThat(again.sql("SELECT COUNT(*) FROM ACT_RU_EXECUTION WHERE PROC_DEF_ID_ LIKE 'delegation:%'")
                            .query(Long.class)
                            .single())
                    .as("it has ended")
                    .isZero();
            assertThat(house.getBean(DelegationService.class)
                            .find(lent.id())
                            .orElseThrow()
                            .isOver(LocalDate.of(2026, 9, 12)))
                    .isTrue();
            assertThat(left(again)).as("left from the restored house").isEqualTo(leftBefore);
        }
    }

    private static List<String> states(JdbcClient jdbc, String keys) {
        return jdbc.sql("SELECT state FROM outbox_mail WHERE mail_key LIKE ?")
                .param(keys)
                .query(String.class)
                .list();
    }

    private static long left(JdbcClient jdbc) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE state IN ('SENT', 'DEPOSITED', 'HANDED', 'UNKNOWN')")
                .query(Long.class)
                .single();
    }

    String user() {
        return "sa";
    }

    /** The address of the restored database. */
    String backUpAndRestore() throws Exception {
        Path script = folder.resolve("running.sql");
        jdbc.sql("SCRIPT TO '" + script + "'")
                .query((row, i) -> row.getString(1))
                .list();
        String file = "jdbc:h2:file:" + folder.resolve("forment");
        try (var running = new DriverManagerDataSource(file + ";DB_CLOSE_DELAY=-1", "sa", "").getConnection()) {
            var open = JdbcClient.create(new SingleConnectionDataSource(running, true));
            open.sql("RUNSCRIPT FROM '" + script + "'").update();
            new NightlyBackup(open, clock, folder.toString(), file).run();
            open.sql("SHUTDOWN").update();
        }
        Path zip = folder.resolve("forment-mardi.zip");
        Path elsewhere = Files.createDirectory(folder.resolve("restored"));
        try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Files.copy(entries, elsewhere.resolve(entry.getName()));
            }
        }
        return "jdbc:h2:file:" + elsewhere.resolve("forment") + ";WRITE_DELAY=0";
    }

    private ConfigurableApplicationContext start(String database) {
        return new SpringApplicationBuilder(FormentApplication.class)
                .profiles("test")
                .registerShutdownHook(false)
                .run(
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=" + user(),
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--camunda.bpm.process-engine-name=restored"); // closing it must not take the other house's
        // engine out of the register
    }

    private record EveryMail(Dispatcher dispatcher) implements TimeMachine.Companion {

        @Override
        public Optional<Instant> nextStop() {
            return Optional.empty();
        }

        @Override
        public void atStop() {
            dispatcher.run();
        }
    }
}
