package fr.forment.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * What features say to their processes. Joins the caller's transaction and acts as the house: whether the person may do
 * it was decided by the caller. Business keys are ids of our aggregates; the engine does not keep them unique, our
 * tables do.
 */
@Component
@RequiredArgsConstructor
public class Processes {

    private static final int CHUNK = 100;

    private final ProcessEngine engine;
    private final AsTheHouse house;
    private final HandOver handOver;

    public void start(String processId, String businessKey) {
        start(processId, businessKey, Map.of());
    }

    /** Variables are booleans, codes or ISO dates, never business data or persons. */
    public void start(String processId, String businessKey, Map<String, ?> variables) {
        house.call(() ->
                engine.getRuntimeService().startProcessInstanceByKey(processId, businessKey, Map.copyOf(variables)));
    }

    /** One engine command for the whole chunk: four times cheaper than a command each. Keep chunks at 100 to 500. */
    public void startAll(String processId, Collection<String> businessKeys) {
        together(() -> {
            String latest = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(processId)
                    .latestVersion()
                    .singleResult()
                    .getId();
            businessKeys.forEach(key -> engine.getRuntimeService().startProcessInstanceById(latest, key));
            return null;
        });
    }

    /** Several calls as one engine command: what they change is written once, at the end. */
    public <T> T together(Supplier<T> calls) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return house.call(() -> configuration.getCommandExecutorTxRequired().execute(context -> calls.get()));
    }

    /** For any number of cases, a chunk at a time; in the caller's transaction, so all or none. */
    public void startInChunks(String processId, List<String> businessKeys) {
        for (int from = 0; from < businessKeys.size(); from += CHUNK) {
            startAll(processId, businessKeys.subList(from, Math.min(businessKeys.size(), from + CHUNK)));
        }
    }

    /** Tells the instance what happened. False when it does not wait for that (already ended, or not there yet). */
    public boolean tell(String message, String processId, String businessKey) {
        return house.call(() -> {
            List<Execution> waiting = engine.getRuntimeService()
                    .createExecutionQuery()
                    .processDefinitionKey(processId)
                    .processInstanceBusinessKey(businessKey)
                    .messageEventSubscriptionName(message)
                    .list();
            waiting.forEach(execution -> engine.getRuntimeService().messageEventReceived(message, execution.getId()));
            return !waiting.isEmpty();
        });
    }

    /** Somebody whom the model names, the trainer of a session for instance, is another one now: open tasks follow. */
    public void namedAnother(String processId, String businessKey) {
        together(() -> {
            handOver.toThoseNamed(processId, businessKey);
            return null;
        });
    }

    /** Ends a running instance, with the reason kept in the history. Nothing happens when none runs. */
    public void end(String processId, String businessKey, String reason) {
        house.call(() -> {
            instances(processId, businessKey)
                    .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), reason));
            return null;
        });
    }

    public boolean isRunning(String processId, String businessKey) {
        return house.call(() -> !instances(processId, businessKey).isEmpty());
    }

    private List<ProcessInstance> instances(String processId, String businessKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(processId)
                .processInstanceBusinessKey(businessKey)
                .list();
    }
}
