package fr.forment.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.springframework.stereotype.Component;

/** Asks a decision table (DMN), and shows it. Facts are primitive, never a name of a person. */
@Component
@RequiredArgsConstructor
public class Decisions {

    private final DecisionService decisions;
    private final RepositoryService models;
    private final AsTheHouse house;

    /** A rule that applies, with what it gives: output name → value. */
    public record Hit(String ruleId, Map<String, Object> results) {}

    /** One map (output name → value) per rule that applies, in the order of the table; empty when none does. */
    public List<Map<String, Object>> decide(String decisionId, Map<String, ?> facts) {
        return house.call(() -> decisions
                .evaluateDecisionByKey(decisionId)
                .variables(new LinkedHashMap<>(facts))
                .evaluate()
                .getResultList());
    }

    /** The first rule that applies. */
    public Optional<Hit> first(String decisionId, Map<String, ?> facts) {
        List<Map<String, Object>> results = new ArrayList<>();
        List<String> rules = MatchedRules.during(() -> results.addAll(decide(decisionId, facts)));
        return results.isEmpty() || rules.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hit(rules.get(0), results.get(0)));
    }

    /** The table in force, read from the model that decides. */
    public DecisionTable table(String decisionId) {
        DmnModelInstance model = house.call(() -> models.getDmnModelInstance(models.createDecisionDefinitionQuery()
                .decisionDefinitionKey(decisionId)
                .latestVersion()
                .singleResult()
                .getId()));
        return read(model, decisionId);
    }

    static DecisionTable read(DmnModelInstance model, String decisionId) {
        Decision decision = model.getModelElementById(decisionId);
        var table = (org.camunda.bpm.model.dmn.instance.DecisionTable) decision.getExpression();
        return new DecisionTable(
                decision.getName(),
                description(decision),
                table.getInputs().stream()
                        .map(input -> new DecisionTable.Column(fact(input), input.getLabel()))
                        .toList(),
                table.getOutputs().stream()
                        .map(output -> new DecisionTable.Column(output.getName(), output.getLabel()))
                        .toList(),
                table.getRules().stream().map(Decisions::rule).toList());
    }

    private static DecisionTable.Rule rule(Rule rule) {
        Collection<? extends UnaryTests> conditions = rule.getInputEntries();
        Collection<? extends LiteralExpression> results = rule.getOutputEntries();
        return new DecisionTable.Rule(
                rule.getId(),
                conditions.stream()
                        .map(UnaryTests::getText)
                        .map(Decisions::text)
                        .toList(),
                results.stream()
                        .map(LiteralExpression::getText)
                        .map(Decisions::text)
                        .map(written -> written.replaceAll("^\"|\"$", ""))
                        .toList(),
                description(rule));
    }

    private static String fact(Input input) {
        return text(input.getInputExpression().getText());
    }

    private static String text(Text text) {
        return text == null || text.getTextContent() == null
                ? ""
                : text.getTextContent().strip();
    }

    private static String description(DmnElement element) {
        return element.getDescription() == null
                ? ""
                : element.getDescription().getTextContent().strip();
    }
}
