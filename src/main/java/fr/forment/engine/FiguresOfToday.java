package fr.forment.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What a form shows is asked again of the steps whenever it is opened: the engine asks when the task is made, and a
 * question that lies for days would show the figures of its first minute. Nothing is written. Fields without a step,
 * such as those people fill in, stay as they are.
 */
class FiguresOfToday extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        T answer = next.execute(command);
        if (command instanceof GetTaskFormVariablesCmd form && answer instanceof VariableMap shown) {
            refresh(shown, Context.getCommandContext().getTaskManager().findTaskById(form.resourceId));
        }
        return answer;
    }

    private static void refresh(VariableMap shown, TaskEntity task) {
        ExecutionEntity execution = task == null ? null : task.getExecution();
        IoMapping mapping = execution == null || execution.getActivity() == null
                ? null
                : execution.getActivity().getIoMapping();
        (mapping == null ? List.<InputParameter>of() : mapping.getInputParameters())
                .stream()
                        .filter(figure -> shown.containsKey(figure.getName()) && asksASteps(figure.getValueProvider()))
                        .forEach(figure -> put(
                                shown,
                                figure.getName(),
                                figure.getValueProvider().getValue(execution)));
    }

    private static boolean asksASteps(ParameterValueProvider source) {
        return source instanceof ElValueProvider expression
                && expression.getExpression().getExpressionText().contains("Steps.");
    }

    private static void put(VariableMap shown, String name, Object value) {
        shown.putValueTyped(name, Variables.untypedValue(value instanceof Markdown text ? text.source() : value));
    }
}
