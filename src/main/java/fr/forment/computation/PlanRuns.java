package fr.forment.computation;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps the searches. Whoever works on one writes only as long as it is in his hand: each statement says so, and tells
 * whether it was.
 */
@Repository
@RequiredArgsConstructor
public class PlanRuns {

    /** By the clock of the database, the only one all machines share. */
    private static final String LEASE = "CURRENT_TIMESTAMP + INTERVAL '15' SECOND";

    private static final String LEFT_BEHIND = "state = 'EN_COURS' AND lease_until < CURRENT_TIMESTAMP";
    private static final String FREE = "(state = 'EN_ATTENTE' OR " + LEFT_BEHIND + ")";
    private static final String MINE = " WHERE id = ? AND worker = ? AND state = 'EN_COURS'";
    private static final String SELECT = """
            SELECT id, plan_id, state, seed, keeps_pins, weights, asked_by, asked_at, worker, CASE WHEN %s THEN TRUE ELSE FALSE END AS lost,
                   takes, facts, sessions, spent, improved, better, before, worth, best, problem FROM plan_run
            """.formatted(LEFT_BEHIND);

    private final JdbcClient jdbc;

    /** The one that is under way or waits for a decision. */
    public Optional<PlanRun> open(long planId) {
        return jdbc.sql(SELECT + "WHERE open_plan = ?")
                .param(planId)
                .query(PlanRun.class)
                .optional();
    }

    /** The same, and nobody else decides on it until the transaction ends. */
    Optional<PlanRun> hold(long planId) {
        return jdbc.sql(SELECT + "WHERE open_plan = ? FOR UPDATE")
                .param(planId)
                .query(PlanRun.class)
                .optional();
    }

    int count(long planId) {
        return jdbc.sql("SELECT COUNT(*) FROM plan_run WHERE plan_id = ?")
                .param(planId)
                .query(Integer.class)
                .single();
    }

    /** The one that was asked for last. */
    public Optional<PlanRun> latest(long planId) {
        return jdbc.sql(SELECT + "WHERE plan_id = ? ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
                .param(planId)
                .query(PlanRun.class)
                .optional();
    }

    /** Searches that come first; those under way elsewhere do not count twice. */
    public int before(PlanRun run) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM plan_run WHERE id <> ? AND (state = 'EN_COURS' OR state = 'EN_ATTENTE' AND id < ?)")
                .params(run.id(), run.id())
                .query(Integer.class)
                .single();
    }

    void ask(long planId, long seed, boolean keepsPins, String weights, String by, OffsetDateTime at) {
        jdbc.sql("""
                INSERT INTO plan_run (plan_id, open_plan, state, seed, keeps_pins, weights, asked_by, asked_at)
                VALUES (?, ?, 'EN_ATTENTE', ?, ?, ?, ?, ?)""").params(planId, planId, seed, keepsPins, weights, by, at).update();
    }

    /** The next that waits or was left behind, now in this hand. */
    Optional<PlanRun> take(String worker, String node) {
        Optional<Long> next = jdbc.sql("SELECT id FROM plan_run WHERE " + FREE + " ORDER BY id FETCH FIRST 1 ROWS ONLY")
                .query(Long.class)
                .optional();
        return next.filter(id -> jdbc.sql(
                                        "UPDATE plan_run SET state = 'EN_COURS', worker = ?, node = ?, takes = takes + 1, lease_until = "
                                                + LEASE + " WHERE id = ? AND " + FREE)
                                .params(worker, node, id)
                                .update()
                        == 1)
                .map(this::find);
    }

    PlanRun find(long id) {
        return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(PlanRun.class).single();
    }

    /** What it sets out from. Another one than before: what was found then is worth nothing any more. */
    boolean begin(PlanRun run, String facts, String sessions, String before) {
        if (!facts.equals(run.facts()) || !sessions.equals(run.sessions())) {
            jdbc.sql(
                            "UPDATE plan_run SET best = NULL, worth = NULL, improved = 0, better = 0 WHERE id = ? AND worker = ?")
                    .params(run.id(), run.worker())
                    .update();
        }
        return jdbc.sql("UPDATE plan_run SET facts = ?, sessions = ?, before = ?, lease_until = " + LEASE + MINE)
                        .params(Arrays.asList(facts, sessions, before, run.id(), run.worker()))
                        .update()
                == 1;
    }

    /** A sign of life. False: it is in this hand no longer, or somebody has decided. */
    boolean beat(PlanRun run, long spent) {
        return jdbc.sql("UPDATE plan_run SET spent = ?, lease_until = " + LEASE + MINE)
                        .params(spent, run.id(), run.worker())
                        .update()
                == 1;
    }

    /** The same, with a better plan. */
    boolean better(PlanRun run, long seed, long spent, String worth, String best, int found) {
        return jdbc.sql(
                                "UPDATE plan_run SET seed = ?, spent = ?, improved = ?, better = better + ?, worth = ?, best = ?, lease_until = "
                                        + LEASE + MINE)
                        .params(seed, spent, spent, found, worth, best, run.id(), run.worker())
                        .update()
                == 1;
    }

    /** Nothing is left to do but to decide. */
    void end(PlanRun run, String problem) {
        jdbc.sql("UPDATE plan_run SET state = 'TERMINE', worker = NULL, lease_until = NULL, problem = ?" + MINE)
                .params(Arrays.asList(problem, run.id(), run.worker()))
                .update();
    }

    /** Over without a plan to decide on. */
    void fail(PlanRun run, RunState state, String problem) {
        jdbc.sql(
                        "UPDATE plan_run SET state = ?, open_plan = NULL, best = NULL, worker = NULL, lease_until = NULL, problem = ?"
                                + MINE)
                .params(state.name(), problem, run.id(), run.worker())
                .update();
    }

    /** This node stops: another one, or this one later, goes on. */
    void giveBack(String worker) {
        jdbc.sql(
                        "UPDATE plan_run SET state = 'EN_ATTENTE', worker = NULL, lease_until = NULL WHERE worker = ? AND state = 'EN_COURS'")
                .param(worker)
                .update();
    }

    /**
     * Somebody has decided; whoever works on it learns so at his next sign of life. False: somebody else was faster.
     */
    boolean decide(long id, RunState decision) {
        return jdbc.sql("""
                UPDATE plan_run SET state = ?, open_plan = NULL, worker = NULL, lease_until = NULL, best = NULL
                WHERE id = ? AND state IN ('EN_ATTENTE', 'EN_COURS', 'TERMINE')""").params(decision.name(), id).update() == 1;
    }
}
