package fr.forment.session.process;

import fr.forment.engine.OpenTasks;
import fr.forment.engine.Processes;
import fr.forment.session.SessionProcess;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The session processes, spoken to through the engine. What nobody waits for yet is asked again by the models. */
@Component
@RequiredArgsConstructor
class EngineSessionProcess implements SessionProcess {

    private final Processes processes;
    private final OpenTasks tasks;

    @Override
    public void start(Collection<Long> sessionIds) {
        processes.startAll(
                SessionModels.SESSION, sessionIds.stream().map(String::valueOf).toList());
    }

    @Override
    public void changed(long sessionId) {
        processes.tell(SessionModels.CHANGED, SessionModels.SESSION, String.valueOf(sessionId));
    }

    @Override
    public void entrusted(long sessionId) {
        processes.namedAnother(SessionModels.SESSION, String.valueOf(sessionId));
    }

    @Override
    public void cancelled(long sessionId) {
        processes.tell(SessionModels.CANCELLED, SessionModels.SESSION, String.valueOf(sessionId));
    }

    @Override
    public void openMarksTo(long sessionId, Collection<String> groups) {
        groups.forEach(group ->
                tasks.addCandidateGroup(SessionModels.SESSION, String.valueOf(sessionId), SessionModels.MARK, group));
    }

    @Override
    public void startPhase(long phaseId) {
        if (!processes.isRunning(SessionModels.PHASE, String.valueOf(phaseId))) {
            processes.start(SessionModels.PHASE, String.valueOf(phaseId));
        }
    }

    @Override
    public void phaseSettled(long phaseId) {
        processes.tell(SessionModels.SETTLED, SessionModels.PHASE, String.valueOf(phaseId));
    }
}
