package fr.forment.phase.process;

import fr.forment.engine.ProcessSteps;
import fr.forment.phase.PhaseService;
import lombok.RequiredArgsConstructor;

/** What the model {@code trainingPhase} asks; the key is the phase's id. */
@ProcessSteps
@RequiredArgsConstructor
public class TrainingPhaseSteps {

    private final PhaseService phases;

    public boolean openSessions(long key) {
        return phases.openSessions(key);
    }

    public boolean isReady(long key) {
        return phases.isReady(key);
    }

    public boolean isSettled(long key) {
        return phases.isSettled(key);
    }

    public void tellProject(long key) {
        phases.tellProject(key);
    }
}
