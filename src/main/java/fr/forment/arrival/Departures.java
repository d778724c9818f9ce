package fr.forment.arrival;

import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Departures, read newest first, and changed one at a time, each change with its line of history, in the caller's
 * transaction.
 */
@Component
@RequiredArgsConstructor
public class Departures {

    private final DepartureRepository repository;
    private final Journal journal;
    private final Clock clock;

    public Optional<Departure> find(long id) {
        return repository.findById(id);
    }

    /** The open ones and those that are over. */
    public List<Departure> ofAgent(long agentId) {
        return repository.findByAgentIdIn(List.of(agentId)).stream()
                .sorted(Comparator.comparing(Departure::id).reversed())
                .toList();
    }

    /** The last first. */
    public List<Departure> all(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : repository.findAllById(ids).stream()
                        .sorted(Comparator.comparing(Departure::id).reversed())
                        .toList();
    }

    List<Departure> enter(List<Departure> some, String why) {
        List<Departure> saved = repository.saveAll(some);
        journal.addAll(saved.stream().map(each -> each.told(null, why)).toList());
        return saved;
    }

    Departure lock(long id) {
        return repository.lock(id).orElseThrow(() -> new Refusal("Ce départ n'existe pas."));
    }

    Departure change(long id, String why, Consumer<Departure> transition) {
        Departure departure = lock(id);
        DepartureState before = departure.state();
        transition.accept(departure);
        repository.save(departure);
        journal.add(departure.told(before, why));
        return departure;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
