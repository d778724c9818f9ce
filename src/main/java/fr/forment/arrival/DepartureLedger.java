package fr.forment.arrival;

import fr.forment.french.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Changes departures one at a time, each change with its line of history. In the caller's transaction. */
@Component
@RequiredArgsConstructor
class DepartureLedger {

    private final DepartureRepository repository;
    private final DepartureHistory history;
    private final Clock clock;

    List<Departure> enter(List<Departure> some, String why) {
        List<Departure> saved = repository.saveAll(some);
        history.add(saved, null, why);
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
        history.add(List.of(departure), before, why);
        return departure;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
