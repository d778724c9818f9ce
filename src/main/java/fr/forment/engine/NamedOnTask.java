package fr.forment.engine;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * What the model of an open task says today: whom the engine once offered it to may have been replaced since, and what
 * it was called after may be called otherwise.
 */
final class NamedOnTask {

    private NamedOnTask() {}

    /** How the task is called, in French. */
    static String title(TaskEntity task) {
        return String.valueOf(task.getTaskDefinition().getNameExpression().getValue(task.getExecution()));
    }

    /** Whom it names, by login. */
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
