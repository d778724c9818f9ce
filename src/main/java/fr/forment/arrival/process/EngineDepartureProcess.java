package fr.forment.arrival.process;

import fr.forment.arrival.DepartureProcess;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.Processes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The process of a departure, spoken to through the engine. */
@Component
@RequiredArgsConstructor
class EngineDepartureProcess implements DepartureProcess {

    private final Processes processes;
    private final OpenTasks tasks;

    @Override
    public void startAll(Collection<Long> departureIds) {
        processes.startInChunks(
                DepartureModel.PROCESS,
                departureIds.stream().map(String::valueOf).toList());
    }

    /** Begun afresh: the model looks first whether the day is known, wherever the old instance stood. */
    @Override
    public void dated(long departureId) {
        end(departureId, "Date de départ connue");
        startAll(List.of(departureId));
    }

    @Override
    public void end(long departureId, String reason) {
        processes.end(DepartureModel.PROCESS, String.valueOf(departureId), reason);
    }

    @Override
    public Optional<String> taskLink(long departureId) {
        return tasks.link(DepartureModel.PROCESS, String.valueOf(departureId), DepartureModel.CONFIRM);
    }
}
