package fr.forment.evaluation;

import fr.forment.account.AgentFunction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Of whom the answers can be: how many were asked, by function. The answers themselves bear no function, because in a
 * small school it would be a name.
 */
public final class AskedProfiles {

    private static final String UNKNOWN = "Autre";

    /** @param hot asked at the end, {@code cold} some weeks later; invitations, one for each thing followed */
    public record Asked(String label, int hot, int cold) {}

    private AskedProfiles() {}

    /** Most asked first; people whose post is known no more come under « Autre ». */
    public static List<Asked> of(Readings read) {
        return read.invited().functions().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Map<QuestionnaireKind, Integer>>>comparingInt(
                                each -> -sum(each.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(each -> new Asked(
                        each.getKey().isEmpty()
                                ? UNKNOWN
                                : AgentFunction.valueOf(each.getKey()).label(),
                        each.getValue().getOrDefault(QuestionnaireKind.HOT, 0),
                        each.getValue().getOrDefault(QuestionnaireKind.COLD, 0)))
                .toList();
    }

    private static int sum(Map<QuestionnaireKind, Integer> asked) {
        return asked.values().stream().mapToInt(n -> n).sum();
    }
}
