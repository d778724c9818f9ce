package fr.forment.arrival;

import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.TrainingRecords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Arrivals, read newest first, and changed one at a time, each change with its line of history, in the caller's
 * transaction.
 */
@Component
@RequiredArgsConstructor
public class Arrivals {

    private final ArrivalRepository repository;
    private final TrainingRecords records;
    private final Journal journal;
    private final Clock clock;

    public Optional<Arrival> find(long id) {
        return repository.findById(id);
    }

    public List<Arrival> ofAgent(long agentId) {
        return repository.findByAgentIdOrderByIdDesc(agentId);
    }

    /** The last first. */
    public List<Arrival> all(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : repository.findAllById(ids).stream()
                        .sorted(Comparator.comparing(Arrival::id).reversed())
                        .toList();
    }

    /** Modules of the path that the person has not followed yet, in order. */
    public List<String> missing(Arrival arrival) {
        Set<String> held = records.modulesOf(arrival.agentId());
        return arrival.path().stream().filter(module -> !held.contains(module)).toList();
    }

    List<Arrival> enter(List<Arrival> some, String why) {
        List<Arrival> saved = repository.saveAll(some);
        journal.addAll(saved.stream().map(each -> each.told(null, why)).toList());
        return saved;
    }

    Arrival lock(long id) {
        return repository.lock(id).orElseThrow(() -> new Refusal("Cette arrivée n'existe pas."));
    }

    Arrival change(long id, String why, Consumer<Arrival> transition) {
        Arrival arrival = lock(id);
        ArrivalState before = arrival.state();
        transition.accept(arrival);
        repository.save(arrival);
        journal.add(arrival.told(before, why));
        return arrival;
    }

    /** Something that is no news for anybody. */
    Arrival note(long id, Consumer<Arrival> transition) {
        Arrival arrival = lock(id);
        transition.accept(arrival);
        return repository.save(arrival);
    }

    /** By the signed-in person. */
    int declaredToday() {
        return journal.count(
                Arrival.JOURNAL,
                Arrival.DECLARED,
                today().atStartOfDay(clock.getZone()).toInstant());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
