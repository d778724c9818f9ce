package fr.forment.engine;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Whom the model of an open task names today, by login: whom the engine once offered it to may have been replaced
 * since.
 */
final class NamedOnTask {

    private NamedOnTask() {}

    static Set<String> today(TaskEntity task) {
        return task.getTaskDefinition().getCandidateUserIdExpressions().stream()
                .map(each -> each.getValue(task.getExecution()))
                .flatMap(value -> value instanceof Collection<?> several
                        ? several.stream()
                        : Stream.of(String.valueOf(value).split("\\s*,\\s*")))
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }
}
