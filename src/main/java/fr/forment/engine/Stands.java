package fr.forment.engine;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the engine's history, however many cases: two statements. */
@Component
@RequiredArgsConstructor
public class Stands {

    private static final String CASES = """
            P.PROC_DEF_KEY_ = :process AND P.BUSINESS_KEY_ IN (SELECT CAST(K.id AS VARCHAR(255)) FROM (%s) K)""";

    private final JdbcClient jdbc;

    /** @param definition the version most of the running cases follow; null where there is no case */
    public record Cases(String definition, long running, long over) {}

    public Cases cases(String process, String keys, long of) {
        record Version(String id, long running, long all) {}
        List<Version> versions = jdbc.sql("""
                SELECT PROC_DEF_ID_ id, SUM(CASE WHEN END_TIME_ IS NULL THEN 1 ELSE 0 END) running, COUNT(*) "all"
                  FROM ACT_HI_PROCINST P WHERE %s GROUP BY PROC_DEF_ID_ ORDER BY 2 DESC, 3 DESC""".formatted(CASES.formatted(keys)))
                .param("process", process)
                .param("of", of)
                .query((row, n) -> new Version(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
        long running = versions.stream().mapToLong(Version::running).sum();
        return new Cases(
                versions.isEmpty() ? null : versions.get(0).id(),
                running,
                versions.stream().mapToLong(Version::all).sum() - running);
    }

    public Map<String, Stand> of(String process, String keys, long of) {
        Map<String, Stand> found = new HashMap<>();
        jdbc.sql("""
                SELECT ACT_ID_, SUM(CASE WHEN END_TIME_ IS NULL THEN 1 ELSE 0 END), MIN(CASE WHEN END_TIME_ IS NULL THEN START_TIME_ END),
                       SUM(CASE WHEN END_TIME_ IS NOT NULL AND ACT_INST_STATE_ <> 2 THEN 1 ELSE 0 END)
                  FROM ACT_HI_ACTINST WHERE PROC_INST_ID_ IN (SELECT P.ID_ FROM ACT_HI_PROCINST P WHERE %s) GROUP BY ACT_ID_""".formatted(CASES.formatted(keys)))
                .param("process", process)
                .param("of", of)
                .query(row -> {
                    Timestamp since = row.getTimestamp(3);
                    found.put(
                            row.getString(1),
                            new Stand(row.getLong(2), since == null ? null : since.toInstant(), row.getLong(4)));
                });
        return found;
    }
}
