package fr.forment.release;

import fr.forment.engine.OpenTasks;
import fr.forment.engine.Processes;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What a version tells its process. What nobody waits for yet is asked again by the model. */
@Component
@RequiredArgsConstructor
public class ReleaseProcess {

    private static final String PROCESS = "entRelease";

    private final Processes processes;
    private final OpenTasks tasks;

    public void start(long releaseId) {
        processes.start(PROCESS, releaseId);
    }

    /** The update session is closed or cancelled. */
    public void sessionOver(long releaseId) {
        processes.tell("entRelease.teamTrained", PROCESS, releaseId);
    }

    /** It has another name: what is asked about it is called after that one. */
    public void renamed(long releaseId) {
        processes.renamed(PROCESS, releaseId);
    }

    /** Relative address of the open task; empty when nobody is asked anything. */
    public Optional<String> taskLink(long releaseId) {
        return tasks.link(PROCESS, releaseId, "qualify").or(() -> tasks.link(PROCESS, releaseId, "reviewMaterials"));
    }
}
