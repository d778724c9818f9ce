package fr.forment.grid;

import fr.forment.people.TrainingRecords;
import fr.forment.people.Validity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What people need not be asked to follow for a project: what they were trained in, and what they have a place for in a
 * session of another project, or of none. Else each of two projects would seat the same trainers.
 */
@Component
@RequiredArgsConstructor
public class TrainedOrPlaced {

    private final TrainingRecords records;
    private final PlacesAhead places;

    /**
     * By person.
     *
     * @param trained codes of what they were trained in
     * @param ahead codes of what they have a place for and were not trained in, with the day it ends
     */
    public record Known(Map<Long, Set<String>> trained, Map<Long, Map<String, LocalDate>> ahead) {

        /** Both; empty for whoever has none. */
        public Set<String> of(long agentId) {
            Set<String> own = trained.getOrDefault(agentId, Set.of());
            Map<String, LocalDate> more = ahead(agentId);
            if (more.isEmpty()) {
                return own;
            }
            Set<String> both = new TreeSet<>(own);
            both.addAll(more.keySet());
            return both;
        }

        public Map<String, LocalDate> ahead(long agentId) {
            return ahead.getOrDefault(agentId, Map.of());
        }

        /** When somebody will have followed a module; empty where he did, or has no place. */
        public Optional<LocalDate> ahead(long agentId, String moduleCode) {
            return Optional.ofNullable(ahead(agentId).get(moduleCode));
        }
    }

    /**
     * At the cost of two queries for many people.
     *
     * @param projectId null: of no project
     * @param schoolYear in which it has to count
     */
    public Known of(Collection<Long> agentIds, Long projectId, String schoolYear) {
        LocalDate on = Validity.lastDay(schoolYear);
        Map<Long, Set<String>> trained = records.of(agentIds, on);
        Map<Long, Map<String, LocalDate>> ahead = new HashMap<>();
        places.of(agentIds, projectId, on).forEach((agent, modules) -> {
            Map<String, LocalDate> others = new TreeMap<>(modules);
            others.keySet().removeAll(trained.getOrDefault(agent, Set.of()));
            ahead.put(agent, others);
        });
        return new Known(trained, ahead);
    }
}
