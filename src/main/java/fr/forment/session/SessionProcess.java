package fr.forment.session;

import fr.forment.engine.OpenTasks;
import fr.forment.engine.Processes;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the feature tells its processes. What nobody waits for yet is asked again by the models. */
@Component
@RequiredArgsConstructor
public class SessionProcess {

    private static final String SESSION = "trainingSession";
    private static final String PHASE = "trainingPhase";

    private final Processes processes;
    private final OpenTasks tasks;

    public void start(Collection<Long> sessionIds) {
        processes.startAll(SESSION, sessionIds);
    }

    /** The date changed: everything that was timed is timed anew. */
    public void changed(long sessionId) {
        processes.tell("trainingSession.changed", SESSION, sessionId);
    }

    /** What it lacked is there: nobody is asked for it any more. False where nobody was. */
    public boolean completed(long sessionId) {
        boolean asked = tasks.in(SESSION, sessionId).stream().anyMatch(task -> task.is(SESSION, "decideDate"));
        if (asked) {
            changed(sessionId);
        }
        return asked;
    }

    /** It goes on at other dates: its end is waited for anew. */
    public void goesOn(long sessionId) {
        processes.timedAnew(SESSION, sessionId);
        elsewhere(sessionId);
    }

    /** Another room, and nothing else: what is asked about it is called after that one. */
    public void elsewhere(long sessionId) {
        processes.renamed(SESSION, sessionId);
    }

    /** Another trainer, or none: what is open to the trainer is open to the new one. */
    public void entrusted(long sessionId) {
        processes.namedAnother(SESSION, sessionId);
    }

    public void cancelled(long sessionId) {
        processes.tell("trainingSession.cancelled", SESSION, sessionId);
    }

    /** The marks of a closed session are open again. False when its case is over. */
    public boolean reopened(long sessionId) {
        return processes.tell("trainingSession.reopened", SESSION, sessionId);
    }

    /** The marks are late: those of these groups may record them too. */
    public void openMarksTo(long sessionId, Collection<String> groups) {
        groups.forEach(group -> tasks.addCandidateGroup(SESSION, sessionId, "mark", group));
    }

    /**
     * Opens the sessions of a phase, once however often it is told. Where only its last sessions are waited for, as
     * meetings with parents, it is taken up again. The caller holds the phase's row, as whoever ends a session does:
     * the case waits or is over, never between both.
     */
    public void startPhase(long phaseId) {
        if (!processes.isRunning(PHASE, phaseId)) {
            processes.start(PHASE, phaseId);
        } else {
            processes.tell("trainingPhase.resumed", PHASE, phaseId);
        }
    }

    /** What must come before the opening is over. */
    public void phaseReady(long phaseId) {
        processes.tell("trainingPhase.ready", PHASE, phaseId);
    }

    /** The last session of the phase is over. */
    public void phaseSettled(long phaseId) {
        processes.tell("trainingPhase.settled", PHASE, phaseId);
    }
}
