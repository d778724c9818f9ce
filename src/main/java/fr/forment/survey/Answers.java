package fr.forment.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.catalogue.Profile;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The answers to one survey: question to value, checked and without blanks. Several choices of one question are joined
 * by commas.
 */
public final class Answers {

    /** The questions that count teachers, by situation; together they are the team, direction included. */
    static final List<String> TEAM =
            List.of("fullTime", "partTime", "substitutes", "contractual", "trainees", "relief");

    /** What the form asks four levels of: code to short name. */
    static final Map<String, String> THEMES = themes();

    /**
     * From "has everything to learn" to "could help others"; with the theme's code before it, the key of a question.
     */
    static final List<String> LEVELS = List.of("Discover", "Begin", "Alone", "Help");

    /** The theme that speaks of a module for teachers. */
    private static final Map<String, String> ASKED_BY = Map.of(
            "SENS-CHGT",
            "presentation",
            "PRES-ECOLE",
            "presentation",
            "PEDA-1",
            "peda1",
            "PEDA-2",
            "peda2",
            "PEDA-3",
            "peda3",
            "COMM",
            "communication");

    /** Modules for those who are at ease with a theme already, not for those who discover it. */
    private static final Map<String, String> FOR_THE_ADVANCED = Map.of("DISC", "peda1");

    /** How many resource persons the school wants. */
    public static final String RESOURCE_PERSONS = "resourcePersons";

    /** The person named in the form, once found on the staff list. */
    public static final String RESOURCE_PERSON = "resourcePersonId";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> values;

    public Answers(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    public static Answers fromJson(String json) {
        try {
            return new Answers(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers cannot be read", e);
        }
    }

    public String toJson() {
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
        return Arrays.stream(text(question).split(","))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    public boolean isYes(String question) {
        return text(question).equals("yes");
    }

    /** Teachers of the school, direction included. */
    public int teachers() {
        return TEAM.stream().mapToInt(question -> number(question).orElse(0)).sum();
    }

    /**
     * How many teachers the school says are still to train in a module: those who discover it or begin; those who are
     * at ease for what builds upon it. Empty when it did not say.
     */
    public OptionalInt toTrain(String moduleCode) {
        String known = FOR_THE_ADVANCED.get(moduleCode);
        if (known != null) {
            return saysLevels(known)
                    ? OptionalInt.of(level(known, "Alone") + level(known, "Help"))
                    : OptionalInt.empty();
        }
        String theme = ASKED_BY.get(moduleCode);
        return theme != null && saysLevels(theme)
                ? OptionalInt.of(level(theme, "Discover") + level(theme, "Begin"))
                : OptionalInt.empty();
    }

    /** The module that must be known before one for the advanced; empty for the others. */
    public static Optional<String> readyBy(String moduleCode) {
        return Optional.ofNullable(FOR_THE_ADVANCED.get(moduleCode)).map(Answers::moduleOf);
    }

    /** The questions a figure of the grid comes from; none for figures nobody was asked about. */
    public static List<String> questionsBehind(String moduleCode, Profile profile) {
        return switch (profile) {
            case ENSEIGNANT ->
                Stream.concat(
                                Stream.of(ASKED_BY, FOR_THE_ADVANCED)
                                        .filter(themes -> themes.containsKey(moduleCode))
                                        .flatMap(themes -> questionsOf(themes.get(moduleCode))),
                                Stream.of("constellation"))
                        .toList();
            case ADMINISTRATEUR -> List.of("administrators");
            case PERSONNE_RESSOURCE -> List.of(RESOURCE_PERSONS);
            case NON_ENSEIGNANT -> List.of("aesh", "atsem", "afterSchool");
            case PARENT, ELEVE -> List.of("pupils");
            default -> List.of();
        };
    }

    private static Stream<String> questionsOf(String theme) {
        return LEVELS.stream().map(level -> theme + level);
    }

    /** Of those to train in a module, how many discover its theme; empty when the school left it out. */
    public OptionalInt discovering(String moduleCode) {
        String theme = ASKED_BY.get(moduleCode);
        return theme != null && saysLevels(theme) ? OptionalInt.of(level(theme, "Discover")) : OptionalInt.empty();
    }

    boolean saysLevels(String theme) {
        return LEVELS.stream().anyMatch(level -> !text(theme + level).isEmpty());
    }

    /** People of one level of a theme; 0 when left out. */
    int level(String theme, String level) {
        return number(theme + level).orElse(0);
    }

    /** The module whose records pre-fill a theme: the last a person follows of those it speaks of. */
    static String moduleOf(String theme) {
        return theme.equals("administration")
                ? "ADM-DIR"
                : ASKED_BY.entrySet().stream()
                        .filter(each ->
                                each.getValue().equals(theme) && !each.getKey().equals("SENS-CHGT"))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<String, String> themes() {
        Map<String, String> themes = new LinkedHashMap<>();
        themes.put("presentation", "Présentation");
        themes.put("peda1", "Pédagogie 1");
        themes.put("peda2", "Pédagogie 2");
        themes.put("peda3", "Pédagogie 3");
        themes.put("communication", "Communication");
        themes.put("administration", "Administration");
        return Collections.unmodifiableMap(themes);
    }

    /** Codes of the modules the school wants first, in its order. */
    public List<String> priorities() {
        return Stream.of("priority1", "priority2", "priority3")
                .map(this::text)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** An agent of the school, or null. */
    public Long resourcePersonId() {
        String id = text(RESOURCE_PERSON);
        return id.isEmpty() ? null : Long.valueOf(id);
    }
}
