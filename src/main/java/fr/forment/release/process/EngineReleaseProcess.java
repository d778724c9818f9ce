package fr.forment.release.process;

import fr.forment.engine.OpenTasks;
import fr.forment.engine.Processes;
import fr.forment.release.ReleaseProcess;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The process of a version, spoken to through the engine. What nobody waits for yet is asked again by the model. */
@Component
@RequiredArgsConstructor
class EngineReleaseProcess implements ReleaseProcess {

    private final Processes processes;
    private final OpenTasks tasks;

    @Override
    public void start(long releaseId) {
        processes.start(EntReleaseModel.PROCESS, key(releaseId));
    }

    @Override
    public void sessionOver(long releaseId) {
        processes.tell(EntReleaseModel.TEAM_TRAINED, EntReleaseModel.PROCESS, key(releaseId));
    }

    @Override
    public Optional<String> taskLink(long releaseId) {
        return tasks.link(EntReleaseModel.PROCESS, key(releaseId), EntReleaseModel.QUALIFY)
                .or(() -> tasks.link(EntReleaseModel.PROCESS, key(releaseId), EntReleaseModel.REVIEW));
    }

    private static String key(long releaseId) {
        return String.valueOf(releaseId);
    }
}
