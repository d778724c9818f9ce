package fr.forment.project.process;

import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.project.readiness.Matter;
import fr.forment.project.readiness.ReadinessDates;
import fr.forment.project.readiness.ReadinessService;
import fr.forment.project.readiness.ReadinessTasks;
import fr.forment.project.readiness.ReadyMatters;
import lombok.RequiredArgsConstructor;

/** What {@code technicalReadiness} asks; its key is the vague. */
@ProcessSteps
@RequiredArgsConstructor
public class TechnicalReadinessSteps {

    private final ReadinessService readiness;
    private final ReadinessTasks tasks;
    private final ReadinessDates dates;

    public String preparers(long key) {
        return tasks.preparers(key);
    }

    public Markdown title(long key) {
        return Markdown.text(tasks.title(key));
    }

    public Markdown projectLink(long key) {
        return Markdown.text(tasks.projectId(key));
    }

    public Markdown rank(long key) {
        return Markdown.text(tasks.rank(key));
    }

    /** "0350001A=…;…" for the choices in the form; {@link ReadinessMemory} tells them anew to whoever opens it. */
    public String accountsLacking(long key) {
        return tasks.lacking(key, Matter.ACCOUNTS);
    }

    public String networkLacking(long key) {
        return tasks.lacking(key, Matter.NETWORK);
    }

    public boolean areAllReady(long key) {
        return readiness.isComplete(key);
    }

    public String readinessDue(long key) {
        return dates.due(key);
    }

    public String reminderDate(long key, int rank) {
        return dates.reminder(key, rank);
    }

    public void remindReadiness(long key) {
        readiness.remind(key);
    }

    public void escalateReadiness(long key) {
        readiness.escalate(key);
    }

    public void recordReady(long key, Object accountsReady, Object networkReady) {
        readiness.declare(key, ReadyMatters.of(accountsReady, networkReady));
    }
}
