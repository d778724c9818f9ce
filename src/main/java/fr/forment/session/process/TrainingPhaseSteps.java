package fr.forment.session.process;

import fr.forment.engine.ProcessSteps;
import fr.forment.session.planned.PhaseService;

/** What the model {@code trainingPhase} asks; the key is the phase's id. */
@ProcessSteps
public class TrainingPhaseSteps {

    private final PhaseService phases;

    TrainingPhaseSteps(PhaseService phases) {
        this.phases = phases;
    }

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
