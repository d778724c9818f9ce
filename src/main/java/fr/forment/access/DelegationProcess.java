package fr.forment.access;

import fr.forment.engine.Processes;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What a delegation tells its process. */
@Component
@RequiredArgsConstructor
public class DelegationProcess {

    private static final String PROCESS = "delegation";

    private final Processes processes;

    public void start(long delegationId) {
        processes.start(PROCESS, delegationId);
    }

    /** Before its last day. False when the process was between two steps: it is stopped, and concludes nothing. */
    public boolean ended(long delegationId) {
        boolean told = processes.tell("delegation.ended", PROCESS, delegationId);
        if (!told) {
            processes.end(PROCESS, delegationId, "Délégation retirée entre deux étapes");
        }
        return told;
    }

    /** An instance that does not listen yet reads the new day when it gets there. */
    public void prolonged(long delegationId) {
        processes.tell("delegation.prolonged", PROCESS, delegationId);
    }
}
