package fr.forment.arrival;

import fr.forment.people.TrainingRecords;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads arrivals, newest first. */
@Component
@RequiredArgsConstructor
public class Arrivals {

    private final ArrivalRepository repository;
    private final TrainingRecords records;

    public Optional<Arrival> find(long id) {
        return repository.findById(id);
    }

    public List<Arrival> ofAgent(long agentId) {
        return repository.findByAgentIdOrderByIdDesc(agentId);
    }

    /** Those of these schools and of everything in these circonscriptions. */
    public List<Arrival> in(Collection<String> schools, Collection<String> circonscriptions) {
        Map<Long, Arrival> found = new LinkedHashMap<>();
        Stream.concat(
                        schools.isEmpty() ? Stream.empty() : repository.inSchools(schools).stream(),
                        circonscriptions.isEmpty()
                                ? Stream.empty()
                                : repository.inCirconscriptions(circonscriptions).stream())
                .forEach(arrival -> found.put(arrival.id(), arrival));
        return found.values().stream()
                .sorted(Comparator.comparing(Arrival::id).reversed())
                .toList();
    }

    /** Modules of the path that the person has not followed yet, in order. */
    public List<String> missing(Arrival arrival) {
        Set<String> held = records.modulesOf(arrival.agentId());
        return arrival.path().stream().filter(module -> !held.contains(module)).toList();
    }
}
