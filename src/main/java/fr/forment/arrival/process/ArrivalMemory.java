package fr.forment.arrival.process;

import fr.forment.arrival.ArrivalPeople;
import fr.forment.arrival.Arrivals;
import fr.forment.engine.FormMemory;
import fr.forment.engine.OpenTask;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Fills the director's confirmation with the day that was announced: it is corrected more often than it is looked for.
 */
@Component
@RequiredArgsConstructor
class ArrivalMemory implements FormMemory {

    private final Arrivals arrivals;
    private final ArrivalPeople people;

    @Override
    public Map<String, Object> remembered(OpenTask task) {
        boolean mine =
                task.processId().equals(ArrivalModel.PROCESS) && task.taskKey().equals(ArrivalModel.CONFIRM);
        return mine
                ? arrivals.find(Long.parseLong(task.businessKey()))
                        .<Map<String, Object>>map(arrival ->
                                Map.of("takenUpOn", people.since(arrival).toString()))
                        .orElse(Map.of())
                : Map.of();
    }
}
