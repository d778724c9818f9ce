package fr.forment.database;

import java.sql.DatabaseMetaData;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps PostgreSQL's picture of growing tables true while thousands of cases start or end within a minute. It plans the
 * checks of foreign keys, and each statement it has met five times, once for a session: made while a table is nearly
 * empty, that plan reads the whole table for each row, and a launch, a grid or a closing costs the square of its size
 * until the server's own round comes by.
 */
@Component
public class TableStatistics {

    private static final List<String> GROWING = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_event_subscr",
            "act_ru_identitylink",
            "act_ru_authorization",
            "act_ru_job",
            "act_hi_procinst",
            "act_hi_taskinst",
            "act_hi_actinst");
    private static final List<String> WATCHED = List.of("act_ru_execution", "act_ru_job");

    private final JdbcClient jdbc;
    private final boolean needed;

    TableStatistics(JdbcClient jdbc, DataSource database) throws MetaDataAccessException {
        this.jdbc = jdbc;
        this.needed = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName)
                .startsWith("PostgreSQL");
    }

    /**
     * Called after each chunk: reads a few counters, and counts anew only when cases, jobs or one of the caller's
     * tables are four times what they were.
     */
    public void keepUp(List<String> ours) {
        if (!needed) {
            return;
        }
        boolean outgrown = jdbc.sql("""
                SELECT COUNT(*) FROM pg_class WHERE oid IN (%s)
                   AND pg_relation_size(oid) / CAST(current_setting('block_size') AS INTEGER) > 4 * GREATEST(relpages, 1)""".formatted(Stream.concat(WATCHED.stream(), ours.stream())
                                .map("CAST('%s' AS regclass)"::formatted)
                                .collect(Collectors.joining(", "))))
                        .query(Integer.class)
                        .single()
                > 0;
        if (outgrown) {
            jdbc.sql("ANALYZE " + Stream.concat(GROWING.stream(), ours.stream()).collect(Collectors.joining(", ")))
                    .update();
        }
    }
}
