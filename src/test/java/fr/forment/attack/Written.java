package fr.forment.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the database: rows of every table and, in our own, a sum over all that is written in them. */
final class Written {

    private final JdbcClient jdbc;
    private final String sql;

    Written(JdbcClient jdbc) {
        this.jdbc = jdbc;
        sql = columns().entrySet().stream().map(table -> "SELECT '" + table.getKey() + "' AS t, COUNT(*) AS n, " + (table.getKey().startsWith("ACT_") ? "0"
                : "COALESCE(SUM(ORA_HASH(CONCAT_WS('|', " + String.join(", ", table.getValue()) + "))), 0)") + " AS v FROM \"" + table.getKey() + "\"")
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** By table. */
    Map<String, String> now() {
        Map<String, String> now = new TreeMap<>();
        jdbc.sql(sql).query((row, n) -> now.put(row.getString("t"), row.getLong("n") + " rows, sum " + row.getString("v"))).list();
        return now;
    }

    /** Sessions and counters of the sign-in are written by whoever comes to a door, let in or not. */
    private Map<String, List<String>> columns() {
        return jdbc.sql("""
                SELECT c.table_name, c.column_name FROM information_schema.tables t JOIN information_schema.columns c
                    ON c.table_schema = t.table_schema AND c.table_name = t.table_name
                WHERE UPPER(t.table_schema) = 'PUBLIC' AND t.table_type LIKE 'BASE TABLE' AND c.data_type NOT LIKE '%BINARY%'
                AND UPPER(t.table_name) NOT LIKE 'SPRING%' AND UPPER(t.table_name) NOT LIKE 'SIGN_IN%' AND UPPER(t.table_name) NOT LIKE 'FLYWAY%'
                ORDER BY c.table_name, c.ordinal_position""").query((row, n) -> Map.entry(row.getString(1), "\"" + row.getString(2) + "\"")).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, LinkedHashMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
