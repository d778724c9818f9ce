package fr.forment.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of the house as it stood when it had just started, kept beside them in the same H2 database and put back
 * before each class: whatever order the classes come in, and however many processes share them, none finds what another
 * left. What is deployed stays (the engine remembers it), and so do the counters of keys: no number comes twice.
 */
final class RowsAtStart {

    private static final String KEPT = "ROWS_AT_START";

    private RowsAtStart() {}

    /** Keeps the rows, the first time; puts them back, afterwards. Does nothing on another database than H2. */
    static synchronized void bringBack(DataSource database) {
        if (!new JdbcTemplate(database)
                .execute((ConnectionCallback<String>) it -> it.getMetaData().getDatabaseProductName())
                .equals("H2")) {
            return;
        }
        JdbcClient rows = JdbcClient.create(database);
        Set<String> kept = tables(rows, KEPT);
        if (kept.isEmpty()) {
            keep(rows);
            return;
        }
        rows.sql("SET REFERENTIAL_INTEGRITY FALSE").update();
        try {
            for (String table : tables(rows, "PUBLIC")) {
                if (isFilled(rows, table)) {
                    rows.sql("TRUNCATE TABLE PUBLIC.\"%s\"".formatted(table)).update();
                }
                if (kept.contains(table)) {
                    rows.sql("INSERT INTO PUBLIC.\"%1$s\" SELECT * FROM %2$s.\"%1$s\"".formatted(table, KEPT))
                            .update();
                }
            }
        } finally {
            rows.sql("SET REFERENTIAL_INTEGRITY TRUE").update();
        }
    }

    private static void keep(JdbcClient rows) {
        rows.sql("CREATE SCHEMA IF NOT EXISTS " + KEPT).update();
        for (String table : tables(rows, "PUBLIC")) {
            if (isFilled(rows, table)) {
                rows.sql("CREATE TABLE %2$s.\"%1$s\" AS SELECT * FROM PUBLIC.\"%1$s\"".formatted(table, KEPT))
                        .update();
            }
        }
    }

    private static boolean isFilled(JdbcClient rows, String table) {
        return rows.sql("SELECT EXISTS (SELECT 1 FROM PUBLIC.\"%s\")".formatted(table))
                .query(Boolean.class)
                .single();
    }

    private static Set<String> tables(JdbcClient rows, String schema) {
        List<String> names = rows.sql("""
                        SELECT table_name FROM information_schema.tables
                         WHERE table_schema = ? AND table_type = 'BASE TABLE'
                           AND table_name NOT LIKE 'ACT\\_RE\\_%' AND table_name NOT LIKE 'ACT\\_GE\\_%'
                           AND table_name <> 'flyway_schema_history'""").param(schema).query(String.class).list();
        return new TreeSet<>(names);
    }
}
