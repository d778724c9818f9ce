package fr.forment.arrival;

import fr.forment.engine.OpenTasks;
import fr.forment.engine.Processes;
import java.util.Collection;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What an arrival tells its process. What nobody waits for yet is asked again by the model. */
@Component
@RequiredArgsConstructor
public class ArrivalProcess {

    public static final String PROCESS = "arrival";
    public static final String CONFIRM = "confirm";

    private final Processes processes;
    private final OpenTasks tasks;

    public void startAll(Collection<Long> arrivalIds) {
        processes.startAll(PROCESS, arrivalIds);
    }

    /** The director's declaration stands for the confirmation that was being asked. */
    public void declared(long arrivalId) {
        processes.tell("arrival.declared", PROCESS, arrivalId);
    }

    /** The path is accomplished. */
    public void trained(long arrivalId) {
        processes.tell("arrival.trained", PROCESS, arrivalId);
    }

    /** Nothing more is to be done, for this French reason. */
    public void end(long arrivalId, String reason) {
        processes.end(PROCESS, arrivalId, reason);
    }

    /** Relative address of the open confirmation or settlement; empty when there is none. */
    public Optional<String> taskLink(long arrivalId) {
        return tasks.link(PROCESS, arrivalId, CONFIRM).or(() -> tasks.link(PROCESS, arrivalId, "settleOverdue"));
    }
}
