package fr.forment.plan;

import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.Processes;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the feature tells its process. A chain is one case, named by the id of its first version. */
@Component
@RequiredArgsConstructor
public class PlanProcess {

    private static final String PROCESS = "trainingPlan";

    private final Processes processes;
    private final OpenTasks tasks;

    public void begin(long rootId) {
        processes.start(PROCESS, rootId);
    }

    /** Nothing happens when the case has ended already. */
    public void end(long rootId, String reason) {
        processes.end(PROCESS, rootId, reason);
    }

    /** Lets one more group decide. */
    public void openDecisionTo(long rootId, String group) {
        tasks.addCandidateGroup(PROCESS, rootId, "approve", group);
    }

    /** What waits for somebody. */
    List<OpenTask> waiting(long rootId) {
        return tasks.in(PROCESS, rootId);
    }
}
