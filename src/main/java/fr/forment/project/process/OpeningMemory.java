package fr.forment.project.process;

import fr.forment.engine.FormMemory;
import fr.forment.engine.Markdown;
import fr.forment.engine.OpenTask;
import fr.forment.project.opening.OpeningTasks;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Tells whoever opens the task of a refused opening, or of a late catch-up, what is missing at that moment, and for
 * whom: a catch-up is not read as still to come.
 */
@Component
@RequiredArgsConstructor
class OpeningMemory implements FormMemory {

    private final OpeningTasks tasks;

    @Override
    public Map<String, Object> remembered(OpenTask task) {
        return task.is("schoolOpening", "settleRefusal") || task.is("catchUp", "settleCatchUp")
                ? Map.of(
                        "missing",
                        Markdown.text(tasks.missing(task.caseId(), true)).source())
                : Map.of();
    }
}
