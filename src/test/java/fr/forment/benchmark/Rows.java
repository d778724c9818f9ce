package fr.forment.benchmark;

import fr.forment.database.TableStatistics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The very rows a launch wrote, to be written again by plain JDBC: the floor under any engine. */
final class Rows {

    private static final int CHUNK = 100;

    /** The same order of cases in each table of the engine, parents first, so that a chunk holds whole cases. */
    private static final Map<String, String> SORTED = Map.of(
            "ACT_RU_EXECUTION",
                    "SELECT * FROM ACT_RU_EXECUTION ORDER BY PROC_INST_ID_, CASE WHEN PARENT_ID_ IS NULL THEN 0 ELSE 1 END",
            "ACT_RU_TASK", "SELECT * FROM ACT_RU_TASK ORDER BY PROC_INST_ID_",
            "ACT_RU_VARIABLE", "SELECT * FROM ACT_RU_VARIABLE ORDER BY PROC_INST_ID_, ID_",
            "ACT_RU_EVENT_SUBSCR", "SELECT * FROM ACT_RU_EVENT_SUBSCR ORDER BY PROC_INST_ID_",
            "ACT_RU_IDENTITYLINK",
                    "SELECT i.* FROM ACT_RU_IDENTITYLINK i JOIN ACT_RU_TASK t ON t.ID_ = i.TASK_ID_ ORDER BY t.PROC_INST_ID_");

    private record Table(String insert, List<Object[]> rows) {}

    private final List<Table> tables = new ArrayList<>();
    private final int schools;

    private Rows(int schools) {
        this.schools = schools;
    }

    /** Parents first. */
    static Rows read(JdbcTemplate jdbc, int schools) {
        Rows found = new Rows(schools);
        List<String> order = new ArrayList<>(BenchmarkHouse.CAMPAIGN_TABLES);
        Collections.reverse(order);
        for (String table : order) {
            List<Object[]> rows = new ArrayList<>();
            Map<String, Object> columns = new LinkedHashMap<>();
            jdbc.query(SORTED.getOrDefault(table, "SELECT * FROM " + table), row -> {
                var meta = row.getMetaData();
                Object[] values = new Object[meta.getColumnCount()];
                for (int i = 0; i < values.length; i++) {
                    columns.put(meta.getColumnName(i + 1), null);
                    values[i] = row.getObject(i + 1);
                }
                rows.add(values);
            });
            if (!rows.isEmpty()) {
                found.tables.add(new Table(
                        "INSERT INTO " + table + " (" + String.join(", ", columns.keySet()) + ") VALUES ("
                                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")",
                        rows));
            }
        }
        return found;
    }

    int perSchool() {
        return tables.stream().mapToInt(table -> table.rows().size()).sum() / schools;
    }

    /**
     * A batch per table and chunk of schools, one commit per chunk; the database's statistics kept up as the launch
     * does.
     */
    void write(JdbcTemplate jdbc, TransactionTemplate transaction, TableStatistics statistics) {
        int chunks = (schools + CHUNK - 1) / CHUNK;
        for (int chunk = 0; chunk < chunks; chunk++) {
            int at = chunk;
            transaction.executeWithoutResult(tx -> {
                tables.forEach(table -> {
                    int size = table.rows().size();
                    jdbc.batchUpdate(table.insert(), table.rows().subList((int) ((long) size * at / chunks), (int)
                            ((long) size * (at + 1) / chunks)));
                });
                statistics.keepUp(List.of("survey", "outbox_mail"));
            });
        }
    }
}
