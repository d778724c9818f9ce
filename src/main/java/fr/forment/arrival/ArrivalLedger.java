package fr.forment.arrival;

import fr.forment.french.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Changes arrivals one at a time, each change with its line of history. In the caller's transaction. */
@Component
@RequiredArgsConstructor
class ArrivalLedger {

    private final ArrivalRepository repository;
    private final ArrivalHistory history;
    private final Clock clock;

    List<Arrival> enter(List<Arrival> some, String why) {
        List<Arrival> saved = repository.saveAll(some);
        history.add(saved, null, why);
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
        history.add(arrival, before, why);
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
        return history.declaredSince(today().atStartOfDay(clock.getZone()).toOffsetDateTime());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
