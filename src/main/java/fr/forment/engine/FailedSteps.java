package fr.forment.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases that stand still because a step was given up after all tries: they go on only when whoever runs FormENT has had
 * the step tried again, and nobody has a task meanwhile.
 */
@Component
@RequiredArgsConstructor
public class FailedSteps {

    /** What people who wait for such a case are told, without a full stop. */
    public static final String TOLD = "Une étape n'a pas abouti, l'administration de FormENT doit la relancer";

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    /** @param since when the oldest of its steps was given up */
    public record Failed(String processId, long caseId, Instant since) {}

    /** All of them, whoever they concern: as a rule none. */
    public List<Failed> all() {
        return jdbc
                .sql("""
                        SELECT D.KEY_, E.BUSINESS_KEY_, MIN(I.INCIDENT_TIMESTAMP_) FROM ACT_RU_INCIDENT I
                          JOIN ACT_RU_EXECUTION E ON E.ID_ = I.PROC_INST_ID_ JOIN ACT_RE_PROCDEF D ON D.ID_ = E.PROC_DEF_ID_
                         WHERE I.INCIDENT_TYPE_ = 'failedJob' AND E.BUSINESS_KEY_ IS NOT NULL
                         GROUP BY D.KEY_, E.BUSINESS_KEY_ ORDER BY 3, 1, 2 FETCH FIRST :most ROWS ONLY""")
                .param("most", MOST)
                .query((row, n) -> new Row(row.getString(1), row.getString(2), row.getTimestamp(3)))
                .list()
                .stream()
                .filter(row -> row.key().matches("\\d{1,18}"))
                .map(row -> new Failed(
                        row.process(), Long.parseLong(row.key()), row.since().toInstant()))
                .toList();
    }

    /** Of these cases only. @param cases ids by process */
    public List<Failed> in(Map<String, ? extends Collection<String>> cases) {
        return all().stream()
                .filter(each -> cases.containsKey(each.processId())
                        && cases.get(each.processId()).contains(String.valueOf(each.caseId())))
                .toList();
    }

    private record Row(String process, String key, Timestamp since) {}
}
