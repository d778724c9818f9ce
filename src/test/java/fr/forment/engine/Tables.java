package fr.forment.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;

/**
 * Decision tables without an engine around them, read from the class path: the test double of {@link Decisions}, with
 * the real tables.
 */
public class Tables extends Decisions {

    private static final DmnEngine DMN = engine();

    private final String folder;

    private Tables(String folder) {
        super(null, null, null);
        this.folder = folder;
    }

    /** The tables of one feature: those in {@code bpmn/<feature>}. */
    public static Tables of(String feature) {
        return new Tables("/bpmn/" + feature + "/");
    }

    @Override
    public List<Map<String, Object>> decide(String decisionId, Map<String, ?> facts) {
        return DMN.evaluateDecisionTable(decision(decisionId), Map.copyOf(facts))
                .getResultList();
    }

    @Override
    public DecisionTable table(String decisionId) {
        return read(
                Dmn.readModelFromStream(Tables.class.getResourceAsStream(folder + decisionId + ".dmn")), decisionId);
    }

    /** Number of rules in a table: a test has an assertion for each. */
    public int rules(String decisionId) {
        var logic = (org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl)
                decision(decisionId).getDecisionLogic();
        return logic.getRules().size();
    }

    private DmnDecision decision(String decisionId) {
        return DMN.parseDecision(decisionId, Tables.class.getResourceAsStream(folder + decisionId + ".dmn"));
    }

    private static DmnEngine engine() {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(new MatchedRules());
        return configuration.buildEngine();
    }
}
