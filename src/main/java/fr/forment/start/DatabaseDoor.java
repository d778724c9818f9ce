package fr.forment.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Opens the database once, alone, before pool, engine and migrations do: what is wrong with it then has one cause and
 * one sentence.
 */
class DatabaseDoor {

    private static final Logger log = LoggerFactory.getLogger(DatabaseDoor.class);

    private final ConfigurableEnvironment environment;
    private final String url;
    private final DatabaseRefusal refusal;

    DatabaseDoor(ConfigurableEnvironment environment) {
        this.environment = environment;
        this.url = environment.getProperty("spring.datasource.url", "").strip();
        this.refusal = new DatabaseRefusal(environment);
    }

    void check() {
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql://")) {
            throw refusal.badAddress();
        }
        DataSource database = database();
        try {
            open(database);
            compareVersions(database);
        } catch (SQLException problem) {
            throw refusal.of(problem);
        }
    }

    /**
     * A server that is still starting, or not reached yet, is waited for: after a power cut machines do not come back
     * in order.
     */
    private void open(DataSource database) throws SQLException {
        Duration patience = patience();
        long end = System.nanoTime() + patience.toNanos();
        for (boolean told = false; ; told = true) {
            try (Connection connection = database.getConnection()) {
                mayBeWritten(connection);
                return;
            } catch (SQLException problem) {
                if (!DatabaseRefusal.isAway(problem) || System.nanoTime() >= end) {
                    throw problem;
                }
                if (!told) {
                    log.info(
                            "La base de données ne répond pas encore ; FormENT l'attend {} secondes au plus (FORMENT_DB_WAIT)",
                            patience.toSeconds());
                }
                pause();
            }
        }
    }

    private void mayBeWritten(Connection connection) throws SQLException {
        if (connection.isReadOnly()) {
            throw refusal.readOnly();
        }
        if (url.startsWith("jdbc:postgresql:")) {
            try (Statement statement = connection.createStatement();
                    ResultSet rights = statement.executeQuery(
                            "SELECT pg_is_in_recovery(), COALESCE(has_schema_privilege(current_schema(), 'CREATE'), FALSE), current_user, current_database()")) {
                rights.next();
                if (rights.getBoolean(1)) {
                    throw refusal.readOnly();
                }
                if (!rights.getBoolean(2)) {
                    throw refusal.mayNotCreate(rights.getString(3), rights.getString(4));
                }
            }
        }
    }

    /**
     * A program works on tables of its own making only: neither on those of a later one, nor on those of before the
     * first release.
     */
    private void compareVersions(DataSource database) {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .ignoreMigrationPatterns("*:pending")
                .load();
        if (flyway.validateWithResult().validationSuccessful) {
            return;
        }
        for (MigrationInfo migration : flyway.info().all()) {
            switch (migration.getState()) {
                case FUTURE_SUCCESS, FUTURE_FAILED ->
                    throw refusal.later(migration.getVersion().getVersion());
                case FAILED, MISSING_FAILED ->
                    throw refusal.cutShort(migration.getVersion().getVersion());
                default -> {}
            }
        }
        throw refusal.beforeTheFirstRelease();
    }

    private DataSource database() {
        var properties = new Properties();
        properties.setProperty("loginTimeout", "10");
        var database = new DriverManagerDataSource(
                url + quietly(),
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
        database.setDriverClassName(DatabaseDriver.fromJdbcUrl(url).getDriverClassName());
        if (url.startsWith("jdbc:postgresql:")) {
            database.setConnectionProperties(properties);
        }
        return database;
    }

    /** H2 would try to write down beside the database what went wrong, and print a stack where it cannot. */
    private String quietly() {
        return url.startsWith("jdbc:h2:") && !url.toUpperCase(Locale.ROOT).contains("TRACE_LEVEL_FILE")
                ? ";TRACE_LEVEL_FILE=0"
                : "";
    }

    private Duration patience() {
        return DurationStyle.detectAndParse(environment.getProperty("forment.db.wait", "60s"));
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartRefused("l'attente de la base de données a été interrompue.");
        }
    }
}
