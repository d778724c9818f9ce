package fr.forment.engine;

import fr.forment.french.Refusal;
import org.camunda.bpm.engine.ProcessEngineException;

/**
 * A {@link Refusal} as the engine itself tells it, so that it is shown in French wherever the engine's answers are
 * read.
 */
public class RefusedByEngine extends ProcessEngineException {

    /** @param fields of the form, to be mended */
    public RefusedByEngine(String message, String... fields) {
        super(new Refusal(message, fields).toString());
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this; // an answer, not a defect
    }
}
