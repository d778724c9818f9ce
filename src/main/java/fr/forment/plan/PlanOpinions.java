package fr.forment.plan;

import fr.forment.journal.Journal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people said about the versions and decided on them. Only ever appended to. */
@Repository
@RequiredArgsConstructor
public class PlanOpinions {

    /** @param line session it is about; null when about the plan; @param moduleCode null likewise */
    public record Remark(long planId, OffsetDateTime at, String byWhom, Integer line, String moduleCode, String text) {}

    /** @param remarks null when the plan was approved without any */
    public record Decision(long planId, OffsetDateTime at, String byWhom, Verdict verdict, String remarks) {

        public Decision withoutRemarks() {
            return new Decision(planId, at, byWhom, verdict, null);
        }
    }

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    void remark(long planId, Integer line, String moduleCode, String text) {
        jdbc.sql("INSERT INTO plan_remark (plan_id, at, by_whom, line, module_code, text) VALUES (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(planId, now(), journal.author(), line, moduleCode, text))
                .update();
    }

    void decide(long planId, Verdict verdict, String remarks) {
        jdbc.sql("INSERT INTO plan_decision (plan_id, at, by_whom, verdict, remarks) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.asList(planId, now(), journal.author(), verdict.name(), remarks))
                .update();
    }

    /** Of every version of the chain, oldest first. */
    public List<Remark> remarks(long rootId) {
        return jdbc.sql("""
                SELECT o.* FROM plan_remark o JOIN training_plan p ON p.id = o.plan_id JOIN training_plan r ON r.id = :root
                 WHERE p.id = r.id OR p.root_id = r.id OR COALESCE(p.root_id, p.id) IN (
                    SELECT COALESCE(n.root_id, n.id) FROM plan_decision d JOIN training_plan n ON n.id = d.plan_id
                     WHERE d.verdict = :rejected AND n.project_id = r.project_id AND n.kind = r.kind
                       AND r.base_plan_id IS NULL AND n.id < r.id)
                 ORDER BY o.id""")
                .param("root", rootId)
                .param("rejected", Verdict.REJETER.name())
                .query(Remark.class)
                .list();
    }

    /**
     * Of every version of the chain, oldest first; of a plan made anew, those that rejected the plans before it come
     * first: they say what it answers.
     */
    public List<Decision> decisions(long rootId) {
        return jdbc.sql("""
                SELECT d.* FROM plan_decision d JOIN training_plan p ON p.id = d.plan_id JOIN training_plan r ON r.id = :root
                 WHERE p.id = r.id OR p.root_id = r.id
                    OR d.verdict = :rejected AND p.project_id = r.project_id AND p.kind = r.kind AND r.base_plan_id IS NULL AND p.id < r.id
                 ORDER BY d.id""")
                .param("root", rootId)
                .param("rejected", Verdict.REJETER.name())
                .query(Decision.class)
                .list();
    }

    public Optional<Decision> decision(long planId) {
        return jdbc.sql("SELECT * FROM plan_decision WHERE plan_id = ?")
                .param(planId)
                .query(Decision.class)
                .optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
