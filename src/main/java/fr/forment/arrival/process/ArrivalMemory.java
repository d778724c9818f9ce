package fr.forment.arrival.process;

import fr.forment.arrival.ArrivalPeople;
import fr.forment.arrival.ArrivalProcess;
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
        return task.is(ArrivalProcess.PROCESS, ArrivalProcess.CONFIRM)
                ? arrivals.find(task.caseId())
                        .<Map<String, Object>>map(arrival ->
                                Map.of("takenUpOn", people.since(arrival).toString()))
                        .orElse(Map.of())
                : Map.of();
    }
}
