package fr.forment.benchmark.plan;

import fr.forment.plan.PlanJudge;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import fr.forment.recount.PlanDocuments;
import java.util.List;

/**
 * A plan seen by two judges that share nothing with the search: the rules recounted from its JSON, and the judge of the
 * house.
 */
record Judged(byte[] json, Recount recount, List<String> rules, List<String> house) {

    static Judged of(String name, PlanFacts facts, List<Draft> sessions, Weights weights, Long seed) {
        byte[] json = PlanDocuments.json(PlanDocuments.of(name, facts, sessions, weights, seed));
        var recount = new Recount(json);
        return new Judged(json, recount, HardRules.broken(recount), PlanJudge.blocking(facts, sessions));
    }

    int broken() {
        return rules.size() + house.size();
    }

    /** The first things that are wrong, for who reads the figures. */
    String first() {
        return broken() == 0 ? "" : "  " + (rules.isEmpty() ? house.get(0) : rules.get(0));
    }
}
