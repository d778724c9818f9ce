package fr.forment.engine.sent;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;

/** The form of a task as a person sends it: his to send, and each field as the form has it. */
class SentForm extends SubmitTaskFormCmd {

    SentForm(String taskId, Map<String, Object> form, boolean returned, boolean deserialized) {
        super(taskId, form, returned, deserialized);
    }

    @Override
    public VariableMap execute(CommandContext context) {
        TaskInHand.refuseOthers(context, taskId);
        if (context.getTaskManager().findTaskById(taskId) == null) {
            return super.execute(context); // ended already: the engine says so, there is no form to hold it against
        }
        FormFields fields = FormFields.of(properties, () -> form(context), context.getAuthenticatedUserId() != null);
        fields.refuseLists();
        VariableMap ended = super.execute(context);
        fields.refuseLong(); // last: a step that refuses says it better
        return ended;
    }

    private InputStream form(CommandContext context) {
        return context.runWithoutAuthorization(
                () -> context.getProcessEngineConfiguration().getFormService().getDeployedTaskForm(taskId));
    }
}
