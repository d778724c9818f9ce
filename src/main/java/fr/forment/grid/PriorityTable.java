package fr.forment.grid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.engine.DecisionTable;
import fr.forment.survey.Questionnaire;
import fr.forment.territory.PriorityEducation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * {@code schoolPriority.dmn} in words: its rules and the facts of a school, as people of the circonscription read them.
 */
@Component
@RequiredArgsConstructor
public class PriorityTable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The question whose choices name the codes of a fact. */
    private static final Map<String, String> QUESTIONS = Map.of("connection", "connection", "entExperience", "entUse");

    private final SchoolPriorities priorities;
    private final Questionnaire questionnaire;

    /**
     * The table as it is in force.
     *
     * @param inputs label of each fact
     */
    public record Shown(String name, String description, List<String> inputs, List<Rule> rules) {}

    /** @param conditions per input; empty where it does not matter */
    public record Rule(String id, int number, List<String> conditions, String rank, String reason, String why) {}

    public Shown shown() {
        DecisionTable table = priorities.table();
        List<String> facts =
                table.inputs().stream().map(DecisionTable.Column::name).toList();
        List<Rule> rules = new ArrayList<>();
        for (DecisionTable.Rule rule : table.rules()) {
            List<String> conditions = new ArrayList<>();
            for (int at = 0; at < facts.size(); at++) {
                conditions.add(condition(facts.get(at), rule.conditions().get(at)));
            }
            rules.add(new Rule(
                    rule.id(),
                    rules.size() + 1,
                    conditions,
                    rule.results().get(0),
                    rule.results().get(1),
                    rule.description()));
        }
        return new Shown(
                table.name(),
                table.description(),
                table.inputs().stream().map(DecisionTable.Column::label).toList(),
                rules);
    }

    /** Of each school, in the order of the inputs; the table is read once for all of them. */
    public List<List<String>> facts(List<String> jsons) {
        List<String> names = priorities.table().inputs().stream()
                .map(DecisionTable.Column::name)
                .toList();
        return jsons.stream().map(json -> facts(json, names)).toList();
    }

    private List<String> facts(String json, List<String> names) {
        try {
            Map<String, Object> facts = JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
            return names.stream()
                    .map(name -> value(name, String.valueOf(facts.getOrDefault(name, ""))))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of a priority cannot be read", e);
        }
    }

    /** {@code not("A")}: tout sauf A; {@code "A","B"}: A ou B; {@code >= 30}: 30 ou plus. */
    String condition(String fact, String test) {
        if (test.isEmpty()) {
            return "";
        }
        if (test.startsWith("not(") && test.endsWith(")")) {
            return "tout sauf "
                    + condition(fact, test.substring(4, test.length() - 1).strip());
        }
        if (test.matches("[<>]=?\\s*-?[\\d.]+")) {
            String number = test.replaceAll("[<>=\\s]", "");
            return switch (test.replaceAll("[^<>=]", "")) {
                case ">=" -> number + " ou plus";
                case ">" -> "plus de " + number;
                case "<=" -> number + " au plus";
                default -> "moins de " + number;
            };
        }
        return Arrays.stream(test.split(","))
                .map(each -> value(fact, each.strip().replaceAll("^\"|\"$", "")))
                .collect(Collectors.joining(" ou "));
    }

    private String value(String fact, String code) {
        if (code.equals("true") || code.equals("false")) {
            return code.equals("true") ? "oui" : "non";
        }
        if (fact.equals("priorityEducation")) {
            return Arrays.stream(PriorityEducation.values())
                    .filter(each -> each.name().equals(code))
                    .map(PriorityEducation::label)
                    .findFirst()
                    .orElse(code);
        }
        if (fact.equals("wish") && code.equals("0")) {
            return "sans préférence";
        }
        if (code.isEmpty()) {
            return "non dit";
        }
        return questionnaire.questions().stream()
                .filter(question -> question.key().equals(QUESTIONS.get(fact)))
                .map(question -> question.choices().getOrDefault(code, code))
                .findFirst()
                .orElse(code);
    }
}
