package fr.forment.arrival.process;

import fr.forment.arrival.ArrivalProcess;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.Processes;
import java.util.Collection;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The process of an arrival, spoken to through the engine. What nobody waits for yet is asked again by the model. */
@Component
@RequiredArgsConstructor
class EngineArrivalProcess implements ArrivalProcess {

    private final Processes processes;
    private final OpenTasks tasks;

    @Override
    public void startAll(Collection<Long> arrivalIds) {
        processes.startInChunks(
                ArrivalModel.PROCESS, arrivalIds.stream().map(String::valueOf).toList());
    }

    @Override
    public void declared(long arrivalId) {
        processes.tell(ArrivalModel.DECLARED, ArrivalModel.PROCESS, key(arrivalId));
    }

    @Override
    public void trained(long arrivalId) {
        processes.tell(ArrivalModel.TRAINED, ArrivalModel.PROCESS, key(arrivalId));
    }

    @Override
    public void end(long arrivalId, String reason) {
        processes.end(ArrivalModel.PROCESS, key(arrivalId), reason);
    }

    @Override
    public Optional<String> taskLink(long arrivalId) {
        return tasks.link(ArrivalModel.PROCESS, key(arrivalId), ArrivalModel.CONFIRM)
                .or(() -> tasks.link(ArrivalModel.PROCESS, key(arrivalId), ArrivalModel.SETTLE));
    }

    private static String key(long arrivalId) {
        return String.valueOf(arrivalId);
    }
}
