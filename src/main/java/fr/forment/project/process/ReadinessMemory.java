package fr.forment.project.process;

import fr.forment.engine.FormMemory;
import fr.forment.engine.OpenTask;
import fr.forment.project.readiness.Matter;
import fr.forment.project.readiness.ReadinessProcess;
import fr.forment.project.readiness.ReadinessTasks;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Offers whoever opens the task of the collectivité the schools that are still to prepare at that moment. */
@Component
@RequiredArgsConstructor
class ReadinessMemory implements FormMemory {

    private final ReadinessTasks tasks;

    @Override
    public Map<String, Object> remembered(OpenTask task) {
        return task.is(ReadinessProcess.ID, "declareReady")
                ? Map.of(
                        "accountsLacking",
                        tasks.lacking(task.caseId(), Matter.ACCOUNTS),
                        "networkLacking",
                        tasks.lacking(task.caseId(), Matter.NETWORK))
                : Map.of();
    }
}
