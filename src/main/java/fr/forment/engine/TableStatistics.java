package fr.forment.engine;

import java.sql.DatabaseMetaData;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps PostgreSQL's picture of the engine's tables true while thousands of cases start within a minute. It plans the checks of foreign keys once
 * for a session: made while a table is nearly empty, that plan reads the whole table for each new row, and a launch costs the square of its size
 * until the server's own round comes by.
 */
@Component
public class TableStatistics {

    private static final List<String> GROWING = List.of("act_ru_execution", "act_ru_task", "act_ru_event_subscr", "act_ru_identitylink", "act_ru_authorization",
            "act_hi_procinst", "act_hi_taskinst", "act_hi_actinst");

    private final JdbcClient jdbc;
    private final boolean needed;

    TableStatistics(JdbcClient jdbc, DataSource database) throws MetaDataAccessException {
        this.jdbc = jdbc;
        this.needed = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName).startsWith("PostgreSQL");
    }

    /** Called after each chunk: reads a few counters, and counts anew, the caller's tables too, only when the cases are four times what they were. */
    public void keepUp(List<String> ours) {
        if (!needed) {
            return;
        }
        boolean outgrown = jdbc.sql("""
                SELECT COUNT(*) FROM pg_class WHERE oid = CAST('act_ru_execution' AS regclass)
                   AND pg_relation_size(oid) / CAST(current_setting('block_size') AS INTEGER) > 4 * GREATEST(relpages, 1)""").query(Integer.class).single() > 0;
        if (outgrown) {
            jdbc.sql("ANALYZE " + String.join(", ", GROWING) + ", " + String.join(", ", ours)).update();
        }
    }
}
