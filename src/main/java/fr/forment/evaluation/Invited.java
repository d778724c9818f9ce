package fr.forment.evaluation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How many were asked, by questionnaire, what they followed, and version. */
final class Invited {

    private final Map<QuestionnaireKind, Map<Followed, Map<Long, Integer>>> asked =
            new EnumMap<>(QuestionnaireKind.class);

    /** By function; empty where the post is known no more. */
    private final Map<String, Map<QuestionnaireKind, Integer>> functions = new HashMap<>();

    /** @param function of these people; null where their post is known no more */
    void add(QuestionnaireKind kind, Followed followed, long version, String function, int people) {
        functions
                .computeIfAbsent(function == null ? "" : function, each -> new EnumMap<>(QuestionnaireKind.class))
                .merge(kind, people, Integer::sum);
        asked.computeIfAbsent(kind, each -> new HashMap<>())
                .computeIfAbsent(followed, each -> new HashMap<>())
                .merge(version, people, Integer::sum);
    }

    int of(QuestionnaireKind kind, Set<Followed> some) {
        return of(kind, some, null);
    }

    /** @param among versions that count; null: all */
    int of(QuestionnaireKind kind, Set<Followed> some, Set<Long> among) {
        Map<Followed, Map<Long, Integer>> known = asked.getOrDefault(kind, Map.of());
        return some.stream()
                .flatMap(followed -> known.getOrDefault(followed, Map.of()).entrySet().stream())
                .filter(each -> among == null || among.contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    Map<String, Map<QuestionnaireKind, Integer>> functions() {
        return functions;
    }

    Set<Long> versions(Set<Followed> some) {
        Set<Long> versions = new HashSet<>();
        asked.values()
                .forEach(known -> some.forEach(followed ->
                        versions.addAll(known.getOrDefault(followed, Map.of()).keySet())));
        return versions;
    }

    Set<Long> versions() {
        Set<Long> versions = new HashSet<>();
        asked.values().forEach(known -> known.values().forEach(each -> versions.addAll(each.keySet())));
        return versions;
    }
}
