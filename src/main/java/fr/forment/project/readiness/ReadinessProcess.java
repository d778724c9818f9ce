package fr.forment.project.readiness;

import fr.forment.engine.Processes;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the features tell {@code technicalReadiness}; its key is the vague. */
@Component
@RequiredArgsConstructor
public class ReadinessProcess {

    public static final String ID = "technicalReadiness";

    private final Processes processes;

    /** One at a time for a vague. False where the collectivité is asked already. */
    boolean begin(long vagueId) {
        boolean isNew = !processes.isRunning(ID, vagueId);
        if (isNew) {
            processes.start(ID, vagueId);
        }
        return isNew;
    }

    /** Nobody is awaited any longer. */
    public void settled(long vagueId) {
        processes.tell("technicalReadiness.settled", ID, vagueId);
    }

    public void end(long vagueId, String reason) {
        processes.end(ID, vagueId, reason);
    }
}
