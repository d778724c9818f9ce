package fr.forment.needs;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The answers to one survey: question to value, checked and without blanks. Several choices of one question are joined by commas. */
public final class Answers {

    /** The questions that count teachers, by situation; together they are the team, direction included. */
    static final List<String> TEAM = List.of("fullTime", "partTime", "substitutes", "contractual", "trainees", "relief");

    /** The question that says how many teachers a module is still for. */
    private static final Map<String, String> ASKED_BY = Map.of("SENS-CHGT", "toTrainPresentation", "PRES-ECOLE", "toTrainPresentation",
            "PEDA-1", "toTrainPeda1", "PEDA-2", "toTrainPeda2", "PEDA-3", "toTrainPeda3", "COMM", "toTrainCommunication");

    /** The person named in the form, once found on the staff list. */
    static final String RESOURCE_PERSON = "resourcePersonId";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> values;

    Answers(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    static Answers fromJson(String json) {
        try {
            return new Answers(JSON.readValue(json, new TypeReference<Map<String, String>>() { }));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers cannot be read", e);
        }
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty text when the question was left out. */
    public String text(String question) {
        return values.getOrDefault(question, "");
    }

    public OptionalInt number(String question) {
        String value = text(question);
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
    }

    public List<String> codes(String question) {
        return Arrays.stream(text(question).split(",")).filter(code -> !code.isEmpty()).toList();
    }

    public boolean isYes(String question) {
        return text(question).equals("yes");
    }

    /** Teachers of the school, direction included. */
    public int teachers() {
        return TEAM.stream().mapToInt(question -> number(question).orElse(0)).sum();
    }

    /** How many teachers the school says are still to train in a module; empty when the form does not ask about it. */
    public OptionalInt toTrain(String moduleCode) {
        String question = ASKED_BY.get(moduleCode);
        return question == null ? OptionalInt.empty() : number(question);
    }

    static Set<String> questionsToTrain() {
        return Set.copyOf(ASKED_BY.values());
    }

    /** The module whose records pre-fill a question: the last a teacher follows of those it speaks of. */
    static String moduleOf(String question) {
        return ASKED_BY.entrySet().stream().filter(each -> each.getValue().equals(question) && !each.getKey().equals("SENS-CHGT"))
                .map(Map.Entry::getKey).findFirst().orElseThrow();
    }

    /** Codes of the modules the school wants first, in its order. */
    public List<String> priorities() {
        return Stream.of("priority1", "priority2", "priority3").map(this::text).filter(code -> !code.isEmpty()).toList();
    }

    /** An agent of the school, or null. */
    public Long resourcePersonId() {
        String id = text(RESOURCE_PERSON);
        return id.isEmpty() ? null : Long.valueOf(id);
    }
}
