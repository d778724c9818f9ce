package fr.forment.phase.process;

import fr.forment.engine.ProcessSteps;
import fr.forment.phase.PhaseService;
import lombok.RequiredArgsConstructor;

/** What the model {@code trainingPhase} asks; the key is the phase's id. */
@ProcessSteps
@RequiredArgsConstructor
public class TrainingPhaseSteps {

    private final PhaseService phases;

    public boolean openSessions(String key) {
        return phases.openSessions(Long.parseLong(key));
    }

    public boolean isSettled(String key) {
        return phases.isSettled(Long.parseLong(key));
    }

    public void tellProject(String key) {
        phases.tellProject(Long.parseLong(key));
    }
}
