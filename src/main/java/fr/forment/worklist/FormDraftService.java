package fr.forment.worklist;

import fr.forment.engine.Directory;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of the forms that the signed-in person may fill in. */
@Service
@Transactional
@RequiredArgsConstructor
public class FormDraftService {

    private final FormDrafts drafts;
    private final OpenTasks tasks;
    private final Directory directory;
    private final Clock clock;

    /**
     * What became of a save.
     *
     * @param kept the draft that stands now: one's own, or somebody's else when nothing was saved
     * @param replaced what was overwritten on purpose; null when nothing was
     */
    public record Saved(boolean done, FormDraft kept, FormDraft replaced) {}

    /** The task, if it is open and this person may fill in its form. */
    @Transactional(readOnly = true)
    public Optional<OpenTask> task(String taskId, String login) {
        return tasks.visible(taskId, login, directory.groupsOf(login));
    }

    @Transactional(readOnly = true)
    public Optional<FormDraft> find(OpenTask task) {
        return drafts.find(task.id());
    }

    /** What the house knows today that fills the form, before any draft. */
    @Transactional(readOnly = true)
    public Map<String, Object> known(OpenTask task) {
        return tasks.remembered(task);
    }

    /**
     * Saves over the revision that the person has seen; over any other only when he says so.
     *
     * @param known the revision seen, 0 for none
     * @throws DataIntegrityViolationException when somebody saved the first draft, or ended the task, at the same
     *     moment
     */
    public Saved save(OpenTask task, String login, int known, boolean evenIfOther, String contents) {
        FormDraft mine = new FormDraft(
                task.id(), task.processId(), task.businessKey(), known + 1, OffsetDateTime.now(clock), login, contents);
        if (drafts.replace(mine, known)) {
            return new Saved(true, mine, null);
        }
        Optional<FormDraft> other = drafts.find(task.id());
        if (other.isEmpty()) {
            drafts.add(mine);
        } else if (evenIfOther) {
            drafts.overwrite(mine);
        } else {
            return new Saved(false, other.get(), null);
        }
        return new Saved(true, drafts.find(task.id()).orElseThrow(), other.orElse(null));
    }
}
