package fr.forment.post.process;

import fr.forment.account.Role;
import fr.forment.engine.ProcessSteps;
import fr.forment.post.LateTasks;
import lombok.RequiredArgsConstructor;

/** What any model asks of a task of its own that lies. */
@ProcessSteps
@RequiredArgsConstructor
public class LateTaskSteps {

    private final LateTasks tasks;

    public void remind(long key, String process, String task) {
        tasks.remind(process, key, task);
    }

    /** @param above IEN or IEN_NUMERIQUE */
    public void escalate(long key, String process, String task, String above) {
        tasks.escalate(process, key, task, Role.valueOf(above));
    }
}
