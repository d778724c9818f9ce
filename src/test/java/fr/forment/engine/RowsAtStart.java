package fr.forment.engine;

import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of the house as it stood when it had just started, put back before each class: whatever order the classes
 * come in, and however many processes share them, none finds what another left. What is deployed stays (the engine
 * remembers it), and so do the counters of keys: no number comes twice. On H2, which all tests of the house share; a
 * database of its own starts empty.
 */
final class RowsAtStart {

    /** By database: contexts of different settings share one. */
    private static final Map<String, Map<String, List<Object[]>>> KEPT = new TreeMap<>();

    private RowsAtStart() {}

    /** Keeps the rows, the first time; puts them back, afterwards. */
    static synchronized void bringBack(DataSource database) {
        JdbcTemplate rows = new JdbcTemplate(database);
        String url =
                rows.execute((ConnectionCallback<String>) it -> it.getMetaData().getURL());
        if (!url.startsWith("jdbc:h2:")) {
            return;
        }
        Map<String, List<Object[]>> kept = KEPT.get(url);
        if (kept == null) {
            KEPT.put(url, read(rows));
            return;
        }
        rows.execute("SET REFERENTIAL_INTEGRITY FALSE");
        try {
            for (String table : tables(rows)) {
                if (isFilled(rows, table)) {
                    rows.execute("TRUNCATE TABLE \"" + table + "\"");
                }
                List<Object[]> lines = kept.getOrDefault(table, List.of());
                if (!lines.isEmpty()) {
                    String values = String.join(", ", Collections.nCopies(lines.get(0).length, "?"));
                    rows.batchUpdate("INSERT INTO \"" + table + "\" VALUES (" + values + ")", lines);
                }
            }
        } finally {
            rows.execute("SET REFERENTIAL_INTEGRITY TRUE");
        }
    }

    private static Map<String, List<Object[]>> read(JdbcTemplate rows) {
        Map<String, List<Object[]>> found = new TreeMap<>();
        for (String table : tables(rows)) {
            found.put(table, rows.query("SELECT * FROM \"" + table + "\"", (row, n) -> line(row)));
        }
        return found;
    }

    private static Object[] line(ResultSet row) throws SQLException {
        Object[] line = new Object[row.getMetaData().getColumnCount()];
        for (int n = 0; n < line.length; n++) {
            Object value = row.getObject(n + 1);
            line[n] = value instanceof Clob ? row.getString(n + 1) : value;
        }
        return line;
    }

    private static boolean isFilled(JdbcTemplate rows, String table) {
        return Boolean.TRUE.equals(
                rows.queryForObject("SELECT EXISTS (SELECT 1 FROM \"" + table + "\")", Boolean.class));
    }

    private static List<String> tables(JdbcTemplate rows) {
        return rows.queryForList("""
                SELECT table_name FROM information_schema.tables
                 WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE'
                   AND table_name NOT LIKE 'ACT\\_RE\\_%' AND table_name NOT LIKE 'ACT\\_GE\\_%'
                   AND table_name <> 'flyway_schema_history'
                 ORDER BY table_name""", String.class);
    }
}
