package fr.forment.access.process;

import fr.forment.access.DelegationProcess;
import fr.forment.engine.Processes;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Delegations spoken to the engine. */
@Component
@RequiredArgsConstructor
class EngineDelegationProcess implements DelegationProcess {

    private final Processes processes;

    @Override
    public void start(long delegationId) {
        processes.start(DelegationModel.PROCESS, key(delegationId));
    }

    @Override
    public boolean ended(long delegationId) {
        boolean told = processes.tell(DelegationModel.ENDED, DelegationModel.PROCESS, key(delegationId));
        if (!told) {
            processes.end(DelegationModel.PROCESS, key(delegationId), "Délégation retirée entre deux étapes");
        }
        return told;
    }

    /** An instance that does not listen yet reads the new day when it gets there. */
    @Override
    public void prolonged(long delegationId) {
        processes.tell(DelegationModel.PROLONGED, DelegationModel.PROCESS, key(delegationId));
    }

    private static String key(long delegationId) {
        return String.valueOf(delegationId);
    }
}
