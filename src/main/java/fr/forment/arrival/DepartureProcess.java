package fr.forment.arrival;

import fr.forment.engine.OpenTasks;
import fr.forment.engine.Processes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What departures tell their process. */
@Component
@RequiredArgsConstructor
public class DepartureProcess {

    private static final String PROCESS = "departure";

    private final Processes processes;
    private final OpenTasks tasks;

    public void startAll(Collection<Long> departureIds) {
        processes.startAll(PROCESS, departureIds);
    }

    /**
     * The first day away became known, or is another one: the case waits for that day and asks no more. Begun afresh:
     * the model looks first whether the day is known, wherever the old instance stood.
     */
    public void dated(long departureId) {
        end(departureId, "Date de départ connue");
        startAll(List.of(departureId));
    }

    /** Nothing more is to be done, for this French reason. */
    public void end(long departureId, String reason) {
        processes.end(PROCESS, departureId, reason);
    }

    /** Relative address of the open question; empty when there is none. */
    public Optional<String> taskLink(long departureId) {
        return tasks.link(PROCESS, departureId, "confirmDeparture");
    }
}
