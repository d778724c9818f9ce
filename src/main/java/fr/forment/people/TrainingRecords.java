package fr.forment.people;

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

    /** @param source where it is known from: "session:4711", "import" */
    public record Training(String moduleCode, LocalDate trainedOn, String source) {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** The first record of a module counts; telling it again does nothing. In the caller's transaction. */
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
        if (added > 0) {
            events.publishEvent(new AgentTrained(agentId, moduleCode));
        }
    }

    /** It turned out that this training was not followed after all; known from elsewhere, it stays. */
    public void withdraw(long agentId, String moduleCode, String source) {
        jdbc.sql("DELETE FROM training_record WHERE agent_id = ? AND module_code = ? AND source = ?")
                .params(agentId, moduleCode, source)
                .update();
    }

    public boolean has(long agentId, String moduleCode) {
        return modulesOf(agentId).contains(moduleCode);
    }

    /** In the order of the codes. */
    public Set<String> modulesOf(long agentId) {
        return of(List.of(agentId)).getOrDefault(agentId, Set.of());
    }

    /** For many people at the cost of one query; those without any training are left out. */
    public Map<Long, Set<String>> of(Collection<Long> agentIds) {
        record Held(long agentId, String moduleCode) {}
        List<Held> held = agentIds.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT agent_id, module_code FROM training_record WHERE agent_id IN (:agents)")
                        .param("agents", agentIds)
                        .query(Held.class)
                        .list();
        return held.stream()
                .collect(Collectors.groupingBy(
                        Held::agentId, Collectors.mapping(Held::moduleCode, Collectors.toCollection(TreeSet::new))));
    }

    /** Newest first. */
    public List<Training> trainingsOf(long agentId) {
        return jdbc.sql(
                        "SELECT module_code, trained_on, source FROM training_record WHERE agent_id = ? ORDER BY trained_on DESC, module_code")
                .param(agentId)
                .query(Training.class)
                .list();
    }
}
