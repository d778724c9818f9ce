package fr.forment.session;

import java.util.Collection;

/** What the feature tells its processes. */
public interface SessionProcess {

    void start(Collection<Long> sessionIds);

    /** The date changed: everything that was timed is timed anew. */
    void changed(long sessionId);

    /** Another trainer, or none: what is open to the trainer is open to the new one. */
    void entrusted(long sessionId);

    void cancelled(long sessionId);

    /** The marks are late: those of these groups may record them too. */
    void openMarksTo(long sessionId, Collection<String> groups);

    /** Opens the sessions of a phase, once however often it is told. */
    void startPhase(long phaseId);

    /** The last session of the phase is over. */
    void phaseSettled(long phaseId);
}
