package fr.forment.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The engine's web applications look their engine up by name, one for the whole machine: with several contexts in one
 * run they would speak to the engine of the last one that started. Gives them the one of the test's own context.
 */
public class OwnEngine implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        ProcessEngine own = SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class);
        ProcessEngine known = ProcessEngines.getProcessEngines().get(own.getName());
        if (known != own) {
            if (known != null) {
                ProcessEngines.unregister(known);
            }
            ProcessEngines.registerProcessEngine(own);
        }
    }
}
