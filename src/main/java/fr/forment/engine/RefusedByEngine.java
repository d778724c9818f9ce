package fr.forment.engine;

import fr.forment.french.Refusal;
import org.camunda.bpm.engine.ProcessEngineException;

/**
 * A {@link Refusal} as the engine itself tells it, so that it is shown in French wherever the engine's answers are
 * read.
 */
class RefusedByEngine extends ProcessEngineException {

    RefusedByEngine(String message) {
        super(new Refusal(message).toString());
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this; // an answer, not a defect
    }
}
