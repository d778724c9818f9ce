package fr.forment.plan.process;

import fr.forment.engine.OpenTasks;
import fr.forment.engine.Processes;
import fr.forment.plan.PlanProcess;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class EnginePlanProcess implements PlanProcess {

    private final Processes processes;
    private final OpenTasks tasks;

    @Override
    public void begin(long rootId) {
        processes.start(TrainingPlanModel.PROCESS, String.valueOf(rootId));
    }

    @Override
    public void end(long rootId, String reason) {
        processes.end(TrainingPlanModel.PROCESS, String.valueOf(rootId), reason);
    }

    @Override
    public void openDecisionTo(long rootId, String group) {
        tasks.addCandidateGroup(TrainingPlanModel.PROCESS, String.valueOf(rootId), TrainingPlanModel.APPROVE, group);
    }
}
