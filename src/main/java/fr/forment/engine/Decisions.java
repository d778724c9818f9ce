package fr.forment.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks a decision table (DMN). Facts are primitive, never a name of a person. */
@Component
public class Decisions {

    private final DecisionService decisions;
    private final AsTheHouse house;

    Decisions(DecisionService decisions, AsTheHouse house) {
        this.decisions = decisions;
        this.house = house;
    }

    /** One map (output name → value) per rule that applies, in the order of the table; empty when none does. */
    public List<Map<String, Object>> decide(String decisionId, Map<String, ?> facts) {
        return house.call(() -> decisions.evaluateDecisionByKey(decisionId).variables(new LinkedHashMap<>(facts))
                .evaluate().getResultList());
    }
}
