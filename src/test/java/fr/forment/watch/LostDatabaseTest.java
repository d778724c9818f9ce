package fr.forment.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database inside the process that does not come back ends it; one that does, or that is a server, does not. */
@ExtendWith(OutputCaptureExtension.class)
class LostDatabaseTest {

    @TempDir
    Path folder;

    private final AtomicInteger ends = new AtomicInteger();
    private DatabaseProbe probe;

    @AfterEach
    void stop() {
        probe.stop();
    }

    @Test
    void aFileThatCannotBeOpenedAgainEndsTheProcessOnceWithASentence(CapturedOutput output) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("lost");
        var jdbc = jdbc(url);
        var watch = watch(jdbc, url);
        watch.look();
        Files.writeString(folder.resolve("lost.mv.db"), "no database ".repeat(2000));
        watch.look();
        assertThat(ends).as("one failure may be chance").hasValue(0);
        watch.look();
        watch.look();
        assertThat(ends).hasValue(1);
        assertThat(output).contains("FormENT s'arrête", "FORMENT_DB_URL").doesNotContain("\tat ");
    }

    @Test
    void oneThatWasClosedAndOpensAgainDoesNot() {
        String url = "jdbc:h2:file:" + folder.resolve("back");
        var jdbc = jdbc(url);
        var watch = watch(jdbc, url);
        jdbc.sql("SHUTDOWN IMMEDIATELY").update();
        watch.look();
        watch.look();
        assertThat(ends).hasValue(0);
    }

    @Test
    void aMemoryThatWasLostEndsIt() {
        String url = "jdbc:h2:mem:lost-memory";
        var watch = watch(JdbcClient.create(new DriverManagerDataSource(url, "sa", "")), url);
        watch.look();
        watch.look();
        assertThat(ends).hasValue(1);
    }

    @Test
    void aServerThatIsAwayIsWaitedFor() {
        String url = "jdbc:postgresql://127.0.0.1:1/forment";
        var watch = watch(JdbcClient.create(new DriverManagerDataSource(url, "forment", "")), url);
        watch.look();
        watch.look();
        watch.look();
        assertThat(ends).hasValue(0);
    }

    private static JdbcClient jdbc(String url) {
        var jdbc = JdbcClient.create(new DriverManagerDataSource(url, "sa", ""));
        jdbc.sql("CREATE TABLE given_password (login VARCHAR(10))").update();
        return jdbc;
    }

    private LostDatabase watch(JdbcClient jdbc, String url) {
        probe = new DatabaseProbe(jdbc);
        return new LostDatabase(
                probe,
                new TheEnd() {
                    @Override
                    void now() {
                        ends.incrementAndGet();
                    }
                },
                url);
    }
}
