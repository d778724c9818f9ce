package fr.forment.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Readiness answers in bounded time, and a crowd of probes costs one connection. */
class DatabaseProbeTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:probe;DB_CLOSE_DELAY=-1", "sa", "");
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch comesBack = new CountDownLatch(1);
    private volatile boolean hangs;
    private final DatabaseProbe probe = new DatabaseProbe(JdbcClient.create(new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            if (hangs) {
                try {
                    comesBack.await();
                } catch (InterruptedException stopped) {
                    throw new SQLException(stopped);
                }
            }
            return database.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }));

    DatabaseProbeTest() {
        JdbcClient.create(database)
                .sql("CREATE TABLE IF NOT EXISTS given_password (login VARCHAR(10))")
                .update();
    }

    @AfterEach
    void stop() {
        comesBack.countDown();
        probe.stop();
        JdbcClient.create(database).sql("SHUTDOWN").update();
    }

    @Test
    void aCrowdOfProbesAsksOnce() {
        assertThat(IntStream.range(0, 2_000).parallel().allMatch(i -> probe.answers()))
                .isTrue();
        assertThat(asked.get()).isLessThan(10);
    }

    @Test
    void aDatabaseThatHangsIsNotReadyAndHoldsOneThreadOnly() {
        hangs = true;
        assertThat(IntStream.range(0, 8).parallel().anyMatch(i -> probe.answers()))
                .isFalse();
        assertThat(asked).hasValue(1);
        hangs = false;
        comesBack.countDown();
        assertThat(IntStream.range(0, 100).anyMatch(i -> probe.answers())).isTrue();
    }

    @Test
    void aTableThatIsGoneIsNotReady() {
        JdbcClient.create(database).sql("DROP TABLE given_password").update();
        assertThat(probe.answers()).isFalse();
    }
}
