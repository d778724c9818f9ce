package fr.forment.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
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

    /** Cases to one command; good between 100 and 500. */
    private static final int CHUNK = 100;

    private final ProcessEngine engine;
    private final AsTheHouse house;
    private final HandOver handOver;

    public void start(String processId, long id) {
        start(processId, id, Map.of());
    }

    /** Variables are booleans, codes or ISO dates, never business data or persons. */
    public void start(String processId, long id, Map<String, ?> variables) {
        house.call(
                () -> engine.getRuntimeService().startProcessInstanceByKey(processId, key(id), Map.copyOf(variables)));
    }

    /**
     * For any number of cases; in the caller's transaction, so all or none. A chunk is one engine command: four times
     * cheaper than a command each.
     */
    public void startAll(String processId, Collection<Long> ids) {
        String latest = house.call(() -> engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult()
                .getId());
        List<Long> cases = List.copyOf(ids);
        for (int from = 0; from < cases.size(); from += CHUNK) {
            List<Long> chunk = cases.subList(from, Math.min(cases.size(), from + CHUNK));
            together(() -> {
                chunk.forEach(id -> engine.getRuntimeService().startProcessInstanceById(latest, key(id)));
                return null;
            });
        }
    }

    /** Several calls as one engine command: what they change is written once, at the end. */
    public <T> T together(Supplier<T> calls) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return house.call(() -> configuration.getCommandExecutorTxRequired().execute(context -> calls.get()));
    }

    /** Tells the instance what happened. False when it does not wait for that (already ended, or not there yet). */
    public boolean tell(String message, String processId, long id) {
        return house.call(() -> {
            List<Execution> waiting = engine
                    .getRuntimeService()
                    .createExecutionQuery()
                    .processDefinitionKey(processId)
                    .processInstanceBusinessKey(key(id))
                    .messageEventSubscriptionName(message)
                    .list()
                    .stream()
                    .filter(execution -> listens(execution, message))
                    .toList();
            waiting.forEach(execution -> engine.getRuntimeService().messageEventReceived(message, execution.getId()));
            return !waiting.isEmpty();
        });
    }

    /** Told twice within one command of the engine, it has heard already, though the database still says it waits. */
    private static boolean listens(Execution found, String message) {
        return Context.getCommandContext() == null
                || !(found instanceof ExecutionEntity execution)
                || execution.getEventSubscriptions().stream()
                        .anyMatch(subscription -> message.equals(subscription.getEventName()));
    }

    /** The dates its timers were set by have changed: each is asked for its moment again. */
    public void timedAnew(String processId, long id) {
        house.call(() -> {
            instances(processId, id).forEach(instance -> engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .list()
                    .forEach(timer -> engine.getManagementService().recalculateJobDuedate(timer.getId(), false)));
            return null;
        });
    }

    /** Somebody whom the model names, the trainer of a session for instance, is another one now: open tasks follow. */
    public void namedAnother(String processId, long id) {
        together(() -> {
            handOver.toThoseNamed(processId, key(id));
            return null;
        });
    }

    /** What open tasks are called after, a version or a place for instance, is called otherwise now: they follow. */
    public void renamed(String processId, long id) {
        together(() -> {
            engine.getTaskService()
                    .createTaskQuery()
                    .processDefinitionKey(processId)
                    .processInstanceBusinessKey(key(id))
                    .list()
                    .forEach(task -> {
                        task.setName(NamedOnTask.title((TaskEntity) task));
                        engine.getTaskService().saveTask(task);
                    });
            return null;
        });
    }

    /** Ends a running instance, with the reason kept in the history. Nothing happens when none runs. */
    public void end(String processId, long id, String reason) {
        house.call(() -> {
            instances(processId, id)
                    .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), reason));
            return null;
        });
    }

    public boolean isRunning(String processId, long id) {
        return house.call(() -> !instances(processId, id).isEmpty());
    }

    private List<ProcessInstance> instances(String processId, long id) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(processId)
                .processInstanceBusinessKey(key(id))
                .list();
    }

    private static String key(long id) {
        return String.valueOf(id);
    }
}
