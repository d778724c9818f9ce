package fr.forment.engine.web;

import fr.forment.engine.AsTheHouse;
import fr.forment.engine.GoneTask;
import fr.forment.engine.OpenTask;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds what a task that is over was about, and lets its feature say what became of it. */
@Component
@RequiredArgsConstructor
public class GoneTasks {

    private final HistoryService history;
    private final ObjectProvider<GoneTask> features;
    private final AsTheHouse house;

    Optional<String> told(String taskId, Map<String, Object> sent) {
        return house.call(() -> Optional.ofNullable(history.createHistoricTaskInstanceQuery()
                                .taskId(taskId)
                                .finished()
                                .singleResult())
                        .map(this::described))
                .flatMap(gone -> features.stream()
                        .flatMap(feature -> feature.told(gone, sent).stream())
                        .findFirst());
    }

    boolean isOver(String taskId) {
        return house.call(() -> history.createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .finished()
                        .count())
                > 0;
    }

    private OpenTask described(HistoricTaskInstance task) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return new OpenTask(
                task.getId(),
                task.getName(),
                task.getProcessDefinitionKey(),
                task.getTaskDefinitionKey(),
                instance == null ? null : instance.getBusinessKey(),
                task.getStartTime().toInstant(),
                null,
                null);
    }
}
