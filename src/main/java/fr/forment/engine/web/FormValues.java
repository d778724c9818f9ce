package fr.forment.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.forment.french.Typed;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a form of Tasklist sends: texts, numbers, yes or no, and the ticked boxes of a list as JSON. Objects of a class,
 * files and markup, which the engine would also take, come from no form of ours; nor does a value under the name of
 * what models call.
 */
final class FormValues {

    private static final Set<String> TYPES =
            Set.of("String", "Boolean", "Integer", "Long", "Short", "Double", "Json", "Null");
    private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";
    private static final String STEPS = ".*Steps";
    /** Characters of a text that the engine can keep. */
    static final int LONGEST = 4000;

    private static final Set<String> SORTED = Set.of("String", "Boolean", "Integer", "Long", "Short", "Double", "Date");

    private FormValues() {}

    static boolean arePlain(JsonNode variables, ObjectMapper json) {
        return (variables.isMissingNode() || variables.isNull() || variables.isObject())
                && variables.properties().stream()
                        .allMatch(each -> each.getKey().matches(NAME)
                                && !each.getKey().matches(STEPS)
                                && isPlain(each.getValue(), json));
    }

    /** In a question, whatever is compared is one value: the engine fails at lists, objects and endless numbers. */
    static boolean areComparable(JsonNode query) {
        JsonNode value = query.path("value");
        return (!query.has("operator")
                        || !value.isContainerNode() && (!value.isNumber() || isWithinBounds(value, query.path("type"))))
                && query.valueStream().allMatch(FormValues::areComparable);
    }

    /** A list of tasks is sorted by values that have an order. */
    static boolean areSortable(JsonNode sorting) {
        return sorting.findValues("type").stream().allMatch(type -> SORTED.contains(type.asText()));
    }

    /** What is sent as no value at all, which the engine cannot read with a type, becomes a field left empty. */
    static void emptyNulls(JsonNode variables) {
        for (JsonNode each : variables) {
            if (each instanceof ObjectNode variable
                    && "Null".equals(variable.path("type").asText())) {
                variable.remove("type");
                variable.putNull("value");
            }
        }
    }

    /** The first text that has no room. */
    static Optional<Map.Entry<String, String>> tooLong(JsonNode variables) {
        return variables.properties().stream()
                .filter(each -> each.getValue().path("value").isTextual()
                        && !"Json".equals(each.getValue().path("type").asText())
                        && each.getValue().path("value").asText().length() > LONGEST)
                .map(each ->
                        Map.entry(each.getKey(), each.getValue().path("value").asText()))
                .findFirst();
    }

    private static boolean isPlain(JsonNode variable, ObjectMapper json) {
        JsonNode value = variable.path("value");
        JsonNode type = variable.path("type");
        boolean isKnown = type.isMissingNode() || type.isNull() || TYPES.contains(type.asText());
        return variable.isObject()
                && isKnown
                && variable.path("valueInfo").isEmpty()
                && !value.isContainerNode()
                && isWithinBounds(value, type)
                && (!"Json".equals(type.asText()) || value.isNull() || isJson(value, json));
    }

    private static boolean isWithinBounds(JsonNode value, JsonNode type) {
        return value.isIntegralNumber()
                ? value.canConvertToLong()
                : value.isNumber()
                        ? Double.isFinite(value.doubleValue())
                        : "Json".equals(type.asText()) || value.asText().length() <= LONGEST;
    }

    /** The ticked boxes: a list of codes. A text sent this way would pass by whoever cleans texts. */
    private static boolean isJson(JsonNode value, ObjectMapper json) {
        try {
            JsonNode ticked = value.isTextual() ? json.readTree(value.asText()) : value;
            return ticked.isArray()
                    && ticked.valueStream()
                            .allMatch(code -> code.isTextual()
                                    && Typed.clean(code.asText()).equals(code.asText()));
        } catch (JsonProcessingException no) {
            return false;
        }
    }
}
