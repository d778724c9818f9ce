package fr.forment.start;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nodes of one database start one after the other: making the engine's tables, deploying the models, migrating ours and
 * setting up what everybody finds at start each look first and write then, and two at once both write. An advisory lock
 * of PostgreSQL, held by a connection from before the engine is built until the application is ready; a node that dies
 * lets go of it. H2 belongs to one process anyway.
 */
@Component("startLock")
class StartLock {

    private static final Logger log = LoggerFactory.getLogger(StartLock.class);
    /** One lock for each schema of a database. */
    private static final String KEY = "(hashtext('FormENT'), hashtext(current_schema()))";

    private static final Duration SAY_AGAIN = Duration.ofSeconds(5);

    private Connection holder;

    StartLock(DataSource database, @Value("${forment.db.start-wait:PT10M}") Duration patience) throws SQLException {
        Connection connection = database.getConnection();
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            holder = connection;
            await(patience);
        } else {
            connection.close();
        }
    }

    private void await(Duration patience) throws SQLException {
        long began = System.nanoTime();
        long said = began;
        while (!tryLock()) {
            long now = System.nanoTime();
            if (now - began > patience.toNanos()) {
                release();
                throw new StartRefused("un autre nœud démarre sur la même base depuis plus de " + patience.toSeconds()
                        + " secondes : attendez qu'il ait fini, ou arrêtez-le, puis recommencez.");
            }
            if (now - said >= SAY_AGAIN.toNanos()) {
                log.info("Un autre nœud démarre sur la même base : celui-ci attend qu'il ait fini.");
                said = now;
            }
            pause();
        }
    }

    private boolean tryLock() throws SQLException {
        try (Statement statement = holder.createStatement();
                ResultSet answer = statement.executeQuery("SELECT pg_try_advisory_lock" + KEY)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** After everybody who sets something up at that moment. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void done() {
        release();
    }

    @PreDestroy
    void release() {
        if (holder == null) {
            return;
        }
        try (Connection connection = holder;
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock" + KEY);
        } catch (SQLException gone) {
            log.debug("The connection that held the lock is gone, and the lock with it", gone);
        } finally {
            holder = null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartRefused("l'attente d'un autre nœud a été interrompue.");
        }
    }
}
