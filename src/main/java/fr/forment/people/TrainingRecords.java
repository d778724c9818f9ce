package fr.forment.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which modules people were trained in. It belongs to the person: it follows him to another school and waits for him
 * while he is away.
 */
@Component
@RequiredArgsConstructor
public class TrainingRecords {

    /**
     * @param source where it is known from: "session:4711", "import"
     * @param until first day on which it counts no more; null when it counts for ever
     */
    public record Training(String moduleCode, LocalDate trainedOn, String source, LocalDate until) {}

    /**
     * As a condition of SQL on an {@code agent a}: what {@link #of} says of {@code :module} on the day {@code :held}.
     */
    public static final String FOLLOWED =
            "EXISTS (SELECT 1 FROM training_record r WHERE r.agent_id = a.id AND r.module_code = :module AND "
                    + Validity.HOLDS + ")";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * The first record of a module counts; telling it again does nothing, unless the module is to be followed again:
     * then a later training counts instead. In the caller's transaction.
     */
    public void record(long agentId, String moduleCode, LocalDate on, String source) {
        int added = jdbc.sql("""
                INSERT INTO training_record (agent_id, module_code, trained_on, source)
                SELECT CAST(:agent AS BIGINT), CAST(:module AS VARCHAR(20)), CAST(:day AS DATE), CAST(:source AS VARCHAR(120))
                WHERE NOT EXISTS (SELECT 1 FROM training_record WHERE agent_id = :agent AND module_code = :module)""")
                .param("agent", agentId)
                .param("module", moduleCode)
                .param("day", on)
                .param("source", source)
                .update();
        if (added > 0 || renew(agentId, moduleCode, on, source)) {
            events.publishEvent(new AgentTrained(agentId, moduleCode));
        }
    }

    private boolean renew(long agentId, String moduleCode, LocalDate on, String source) {
        return jdbc.sql("""
                UPDATE training_record SET former_on = trained_on, former_source = source, trained_on = :day, source = :source
                WHERE agent_id = :agent AND module_code = :module AND trained_on < :day AND source <> :source
                AND EXISTS (SELECT 1 FROM training_module m WHERE m.code = :module AND m.validity_months IS NOT NULL)""")
                        .param("agent", agentId)
                        .param("module", moduleCode)
                        .param("day", on)
                        .param("source", source)
                        .update()
                > 0;
    }

    /**
     * It turned out that this training was not followed after all; known from elsewhere, it stays, and what it had
     * renewed counts again.
     */
    public void withdraw(long agentId, String moduleCode, String source) {
        int back = jdbc.sql("""
                UPDATE training_record SET trained_on = former_on, source = former_source, former_on = NULL, former_source = NULL
                WHERE agent_id = ? AND module_code = ? AND source = ? AND former_on IS NOT NULL""").params(agentId, moduleCode, source).update();
        if (back == 0) {
            jdbc.sql("DELETE FROM training_record WHERE agent_id = ? AND module_code = ? AND source = ?")
                    .params(agentId, moduleCode, source)
                    .update();
        }
    }

    public boolean has(long agentId, String moduleCode) {
        return modulesOf(agentId).contains(moduleCode);
    }

    /** In the order of the codes. */
    public Set<String> modulesOf(long agentId) {
        return of(List.of(agentId)).getOrDefault(agentId, Set.of());
    }

    /** What counts today, for many people at the cost of one query; those without any training are left out. */
    public Map<Long, Set<String>> of(Collection<Long> agentIds) {
        return of(agentIds, LocalDate.now(clock));
    }

    /** The same of what still counts on that day. */
    public Map<Long, Set<String>> of(Collection<Long> agentIds, LocalDate on) {
        record Held(long agentId, String moduleCode) {}
        List<Held> held = agentIds.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT r.agent_id, r.module_code FROM training_record r WHERE r.agent_id IN (:agents) AND "
                                + Validity.HOLDS)
                        .param("agents", agentIds)
                        .param("held", on)
                        .query(Held.class)
                        .list();
        return held.stream()
                .collect(Collectors.groupingBy(
                        Held::agentId, Collectors.mapping(Held::moduleCode, Collectors.toCollection(TreeSet::new))));
    }

    /** Newest first, those that count no more too. */
    public List<Training> trainingsOf(long agentId) {
        return jdbc.sql("""
                SELECT r.module_code, r.trained_on, r.source, m.validity_months
                  FROM training_record r LEFT JOIN training_module m ON m.code = r.module_code
                 WHERE r.agent_id = ? ORDER BY r.trained_on DESC, r.module_code""")
                .param(agentId)
                .query((row, n) -> {
                    LocalDate day = row.getObject("trained_on", LocalDate.class);
                    return new Training(
                            row.getString("module_code"),
                            day,
                            row.getString("source"),
                            Validity.ends(day, row.getObject("validity_months", Integer.class)));
                })
                .list();
    }
}
