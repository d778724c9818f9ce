package fr.forment.engine;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the engine's history, however many cases: three statements. */
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
                            new Stand(row.getLong(2), since == null ? null : since.toInstant(), row.getLong(4), 0));
                });
        failed(process, keys, of).forEach((step, there) -> found.merge(step, there, Stands::given));
        return found;
    }

    /** A step that failed before it was entered is in no history: without this the case would be nowhere. */
    private Map<String, Stand> failed(String process, String keys, long of) {
        Map<String, Stand> found = new HashMap<>();
        jdbc.sql("""
                SELECT ACTIVITY_ID_, COUNT(*), MIN(INCIDENT_TIMESTAMP_) FROM ACT_RU_INCIDENT
                 WHERE INCIDENT_TYPE_ = 'failedJob' AND ACTIVITY_ID_ IS NOT NULL
                   AND PROC_INST_ID_ IN (SELECT P.ID_ FROM ACT_HI_PROCINST P WHERE %s) GROUP BY ACTIVITY_ID_""".formatted(CASES.formatted(keys)))
                .param("process", process)
                .param("of", of)
                .query(row -> {
                    found.put(
                            row.getString(1),
                            new Stand(row.getLong(2), row.getTimestamp(3).toInstant(), 0, row.getLong(2)));
                });
        return found;
    }

    private static Stand given(Stand known, Stand failed) {
        return new Stand(
                Math.max(known.now(), failed.now()),
                known.since() == null ? failed.since() : known.since(),
                known.passed(),
                failed.failed());
    }
}
