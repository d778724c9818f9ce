package fr.forment.engine.sent;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;

/** A task is ended without its form, which the operator may, by the same rule as with it: see {@link TaskInHand}. */
public class TasksInHand extends TaskServiceImpl {

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        commandExecutor.execute(new Ended(taskId, variables, false, false));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserialized) {
        return commandExecutor.execute(new Ended(taskId, variables, true, deserialized));
    }

    private static class Ended extends CompleteTaskCmd {

        Ended(String taskId, Map<String, Object> variables, boolean returned, boolean deserialized) {
            super(taskId, variables, returned, deserialized);
        }

        @Override
        public VariableMap execute(CommandContext context) {
            TaskInHand.refuseOthers(context, taskId);
            return super.execute(context);
        }
    }
}
