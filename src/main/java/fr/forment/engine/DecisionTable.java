package fr.forment.engine;

import java.util.List;

/**
 * A decision table as it is deployed, to be shown to people.
 *
 * @param description what the table decides and how its rules are read, in French
 */
public record DecisionTable(
        String name, String description, List<Column> inputs, List<Column> outputs, List<Rule> rules) {

    /** @param name the fact asked for, or the result given */
    public record Column(String name, String label) {}

    /**
     * One line of the table.
     *
     * @param conditions one per input, as written in the model: {@code "REP"}, {@code not("AUCUNE")}, {@code >= 30},
     *     {@code true}; empty where the fact does not matter
     * @param results one per output, without quotation marks
     * @param description why the rule stands; empty when nobody said
     */
    public record Rule(String id, List<String> conditions, List<String> results, String description) {}
}
