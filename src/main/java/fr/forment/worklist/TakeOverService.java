package fr.forment.worklist;

import fr.forment.account.SignedIn;
import fr.forment.engine.Directory;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.people.Reach;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a task in charge instead of the colleague who has it. */
@Service
@RequiredArgsConstructor
public class TakeOverService {

    private final OpenTasks tasks;
    private final Directory directory;
    private final SignedIn me;

    /**
     * @return the link of the task, now taken in charge by who is signed in
     * @throws fr.forment.people.OutOfReach when it is not open to that person, or to nobody any more
     */
    @Transactional
    public String takeOver(String taskId) {
        var groups = directory.groupsOf(me.login());
        OpenTask task =
                Reach.of(tasks.visible(taskId, me.login(), groups), open -> tasks.takeOver(taskId, me.login(), groups));
        return task.link();
    }
}
