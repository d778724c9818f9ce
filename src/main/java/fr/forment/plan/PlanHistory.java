package fr.forment.plan;

import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people said, decided and did about the versions. Only ever appended to. */
@Repository
@RequiredArgsConstructor
public class PlanHistory {

    /** @param line session it is about; null when about the plan; @param moduleCode null likewise */
    public record Remark(long planId, OffsetDateTime at, String byWhom, Integer line, String moduleCode, String text) {}

    /** @param remarks null when the plan was approved without any */
    public record Decision(long planId, OffsetDateTime at, String byWhom, Verdict verdict, String remarks) {}

    /** One thing that happened; {@code line}, {@code before}, {@code after} and {@code why} may be null. */
    public record Entry(
            long planId,
            OffsetDateTime at,
            String byWhom,
            String what,
            Integer line,
            String before,
            String after,
            String why) {}

    private final JdbcClient jdbc;
    private final SignedIn me;
    private final Clock clock;

    void remark(long planId, Integer line, String moduleCode, String text) {
        jdbc.sql("INSERT INTO plan_remark (plan_id, at, by_whom, line, module_code, text) VALUES (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(planId, now(), who(), line, moduleCode, text))
                .update();
    }

    void decide(long planId, Verdict verdict, String remarks) {
        jdbc.sql("INSERT INTO plan_decision (plan_id, at, by_whom, verdict, remarks) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.asList(planId, now(), who(), verdict.name(), remarks))
                .update();
    }

    void add(long planId, String what, String why) {
        add(planId, what, null, null, null, why);
    }

    void add(long planId, String what, Integer line, String before, String after, String why) {
        jdbc.sql(
                        "INSERT INTO plan_history (plan_id, at, by_whom, what, line, before, after, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(planId, now(), who(), what, line, before, after, why))
                .update();
    }

    /** Of every version of the chain, oldest first. */
    public List<Remark> remarks(long rootId) {
        return jdbc.sql(
                        "SELECT r.* FROM plan_remark r JOIN training_plan p ON p.id = r.plan_id WHERE p.id = :root OR p.root_id = :root ORDER BY r.id")
                .param("root", rootId)
                .query(Remark.class)
                .list();
    }

    /** Of every version of the chain, oldest first. */
    public List<Decision> decisions(long rootId) {
        return jdbc.sql(
                        "SELECT d.* FROM plan_decision d JOIN training_plan p ON p.id = d.plan_id WHERE p.id = :root OR p.root_id = :root ORDER BY d.id")
                .param("root", rootId)
                .query(Decision.class)
                .list();
    }

    public Optional<Decision> decision(long planId) {
        return jdbc.sql("SELECT * FROM plan_decision WHERE plan_id = ?")
                .param(planId)
                .query(Decision.class)
                .optional();
    }

    /** Of every version of the chain, oldest first. */
    public List<Entry> entries(long rootId) {
        return jdbc.sql(
                        "SELECT h.* FROM plan_history h JOIN training_plan p ON p.id = h.plan_id WHERE p.id = :root OR p.root_id = :root ORDER BY h.id")
                .param("root", rootId)
                .query(Entry.class)
                .list();
    }

    /** The highest number a session of the chain ever had, removed ones included; 0 without any. */
    int lastLine(long rootId) {
        return entries(rootId).stream()
                .map(Entry::line)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private String who() {
        return me.signature() == null ? Signatures.NOBODY : me.signature();
    }
}
