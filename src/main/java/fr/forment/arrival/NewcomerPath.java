package fr.forment.arrival;

import fr.forment.account.AgentFunction;
import fr.forment.engine.Decisions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Which modules a newcomer has to follow: {@code newcomerPath.dmn}, less what the person has followed already, here or
 * elsewhere.
 */
@Component
@RequiredArgsConstructor
class NewcomerPath {

    private static final int HIGHEST_LEVEL = 3;

    private final Decisions decisions;

    /** Codes of modules, in order; empty when nothing is left to learn. */
    List<String> of(AgentFunction function, boolean entExperience, boolean substitute, Set<String> held) {
        Map<String, Object> facts = Map.of(
                "agentFunction",
                function.name(),
                "entExperience",
                entExperience,
                "pedagogyLevel",
                pedagogyLevel(held),
                "substitute",
                substitute);
        return decisions.decide("newcomerPath", facts).stream()
                .sorted(Comparator.comparingInt(row -> ((Number) row.get("order")).intValue()))
                .map(row -> (String) row.get("moduleCode"))
                .filter(module -> !held.contains(module))
                .distinct()
                .toList();
    }

    private static int pedagogyLevel(Set<String> held) {
        return IntStream.rangeClosed(1, HIGHEST_LEVEL)
                .filter(level -> held.contains("PEDA-" + level))
                .max()
                .orElse(0);
    }
}
