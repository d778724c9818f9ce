package fr.forment.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/** Hears which rules of a table applied: the results alone do not say. */
class MatchedRules implements DmnDecisionTableEvaluationListener {

    private static final ThreadLocal<List<String>> LAST = new ThreadLocal<>();

    @Override
    public void notify(DmnDecisionTableEvaluationEvent evaluation) {
        LAST.set(evaluation.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .toList());
    }

    /** The ids of the rules that applied in the last table the action asked, in the order of the table. */
    static List<String> during(Supplier<?> action) {
        LAST.remove();
        try {
            action.get();
            List<String> heard = LAST.get();
            return heard == null ? List.of() : heard;
        } finally {
            LAST.remove();
        }
    }
}
