package fr.forment.computation;

import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.Plans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A node's hand as tests move it, and what a node leaves in the middle of its work. */
@Component
public class Searching {

    private static final String NOTHING_COUNTED = "{\"broken\":0,\"unplaced\":0,\"goals\":{}}";

    private final RunHand hand;
    private final PlanRuns runs;
    private final RunTexts texts;
    private final ComputedPlanService computed;
    private final Plans plans;
    private final JdbcClient jdbc;

    Searching(RunHand hand, PlanRuns runs, RunTexts texts, ComputedPlanService computed, Plans plans, JdbcClient jdbc) {
        this.hand = hand;
        this.runs = runs;
        this.texts = texts;
        this.computed = computed;
        this.plans = plans;
        this.jdbc = jdbc;
    }

    /** Those of other tests: the oldest would come first. */
    public void forgetAll() {
        jdbc.sql("DELETE FROM plan_run").update();
    }

    /** Carries out all that waits or was left behind. */
    public void work() {
        hand.work();
    }

    /** Another node has it in its hand, and has found what stands already: 12 seconds, the third plan after 8. */
    public PlanRun halfDone(long planId) {
        PlanRun run = runs.take("node-of-a-test", "test").orElseThrow();
        var basis = computed.basis(planId);
        runs.begin(run, texts.of(basis.factsPrint()), basis.sessionsPrint(), NOTHING_COUNTED);
        runs.better(run, run.seed(), 8_000, NOTHING_COUNTED, texts.of(plans.sessions(planId)), 3);
        runs.beat(run, 12_000);
        return runs.find(run.id());
    }

    /** No sign of life for too long. */
    public void dies() {
        jdbc.sql("UPDATE plan_run SET lease_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND WHERE state = 'EN_COURS'")
                .update();
    }
}
