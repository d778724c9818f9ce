package fr.forment.engine.sent;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** The form that begins something, as {@link SentForm}. */
class SentStartForm extends SubmitStartFormCmd {

    SentStartForm(String definition, String key, Map<String, Object> form) {
        super(definition, key, form);
    }

    @Override
    public ProcessInstance execute(CommandContext context) {
        FormFields fields = FormFields.of(variables, () -> form(context), context.getAuthenticatedUserId() != null);
        fields.refuseLists();
        ProcessInstance begun = super.execute(context);
        fields.refuseLong();
        return begun;
    }

    private InputStream form(CommandContext context) {
        return context.runWithoutAuthorization(() ->
                context.getProcessEngineConfiguration().getFormService().getDeployedStartForm(processDefinitionId));
    }
}
