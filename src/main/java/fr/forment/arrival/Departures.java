package fr.forment.arrival;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads departures, newest first. */
@Component
@RequiredArgsConstructor
public class Departures {

    private final DepartureRepository repository;

    public Optional<Departure> find(long id) {
        return repository.findById(id);
    }

    /** The open ones and those that are over. */
    public List<Departure> ofAgent(long agentId) {
        return repository.findByAgentIdIn(List.of(agentId)).stream()
                .sorted(Comparator.comparing(Departure::id).reversed())
                .toList();
    }

    /** Those of these schools and of everything in these circonscriptions. */
    public List<Departure> in(Collection<String> schools, Collection<String> circonscriptions) {
        Map<Long, Departure> found = new LinkedHashMap<>();
        Stream.concat(
                        schools.isEmpty() ? Stream.empty() : repository.inSchools(schools).stream(),
                        circonscriptions.isEmpty()
                                ? Stream.empty()
                                : repository.inCirconscriptions(circonscriptions).stream())
                .forEach(departure -> found.put(departure.id(), departure));
        return found.values().stream()
                .sorted(Comparator.comparing(Departure::id).reversed())
                .toList();
    }
}
