package fr.forment.selfstudy;

import fr.forment.engine.Processes;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What a self-study tells its process. */
@Component
@RequiredArgsConstructor
class SelfStudyProcess {

    private static final String PROCESS = "selfStudy";

    private final Processes processes;

    void start(Collection<Long> ids) {
        processes.startAll(PROCESS, ids);
    }

    void end(long id, String reason) {
        processes.end(PROCESS, id, reason);
    }
}
