package fr.forment.document.process;

import fr.forment.document.ApprovalText;
import fr.forment.engine.FormMemory;
import fr.forment.engine.OpenTask;
import fr.forment.plan.Plans;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Lays the plan before the eyes of whoever decides on it, as it stands when the task is opened; and what it answers
 * before the eyes of whoever reads it again, or decides what follows its rejection.
 */
@Component
@RequiredArgsConstructor
class ApprovalMemory implements FormMemory {

    private final Plans plans;
    private final ApprovalText text;

    @Override
    public Map<String, Object> remembered(OpenTask task) {
        Map<String, Object> shown = new HashMap<>();
        if (task.is("trainingPlan", "approve")) {
            plans.current(task.caseId())
                    .ifPresent(plan -> text.of(plan).forEach((name, said) -> shown.put(name, said.whole())));
        }
        if (task.is("trainingPlan", "comment")) {
            plans.current(task.caseId())
                    .ifPresent(plan -> shown.put("planAsked", text.asked(plan).whole()));
        }
        if (task.is("entProject", "decideAfterRejection")) {
            plans.latest(task.caseId())
                    .ifPresent(plan -> shown.put("planRejected", text.said(plan).whole()));
        }
        return shown;
    }
}
