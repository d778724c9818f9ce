package fr.forment.attack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much stands in the database: rows of every table, and how often they were written where they count that. */
final class Written {

    private final JdbcClient jdbc;
    private final String sql;

    Written(JdbcClient jdbc) {
        this.jdbc = jdbc;
        List<String> counting = tables("VERSION");
        sql = tables(null).stream()
                .map(table -> "SELECT '" + table + "' AS t, COUNT(*) AS n, "
                        + (counting.contains(table) ? "COALESCE(SUM(version), 0)" : "0") + " AS v FROM " + table)
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** By table. */
    Map<String, String> now() {
        Map<String, String> now = new TreeMap<>();
        jdbc.sql(sql)
                .query((row, n) -> now.put(row.getString("t"), row.getLong("n") + " rows, written " + row.getLong("v")))
                .list();
        return now;
    }

    /** Sessions and counters of the sign-in are written by whoever comes to a door, let in or not. */
    private List<String> tables(String holding) {
        return jdbc.sql("""
                SELECT DISTINCT t.table_name FROM information_schema.tables t
                WHERE UPPER(t.table_schema) = 'PUBLIC' AND t.table_type LIKE 'BASE TABLE' AND UPPER(t.table_name) NOT LIKE 'WEB_SESSION%' AND UPPER(t.table_name) <> 'ATTEMPT'
                AND UPPER(t.table_name) NOT LIKE 'FLYWAY%'
                AND (CAST(:column AS VARCHAR(40)) IS NULL OR EXISTS (SELECT 1 FROM information_schema.columns c
                     WHERE c.table_name = t.table_name AND UPPER(c.column_name) = :column))""").param("column", holding).query(String.class).list();
    }
}
