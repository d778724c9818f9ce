package fr.forment.engine.sent;

import fr.forment.french.Typed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The one door through which forms reach the engine: what nobody types or sees is taken out before any expression reads
 * it. The step that records a form runs in the same transaction and gets the value as it was sent, not as
 * {@link CleanTexts} keeps it: a reason of such characters alone is empty here, and refused where one is asked for.
 */
public class CleanForms extends FormServiceImpl {

    @Override
    public ProcessInstance submitStartForm(String definition, Map<String, Object> form) {
        return commandExecutor.execute(new SentStartForm(definition, null, clean(form)));
    }

    @Override
    public ProcessInstance submitStartForm(String definition, String key, Map<String, Object> form) {
        return commandExecutor.execute(new SentStartForm(definition, key, clean(form)));
    }

    @Override
    public ProcessInstance submitStartFormData(String definition, Map<String, String> form) {
        return super.submitStartFormData(definition, cleanTexts(form));
    }

    @Override
    public ProcessInstance submitStartFormData(String definition, String key, Map<String, String> form) {
        return super.submitStartFormData(definition, key, cleanTexts(form));
    }

    @Override
    public void submitTaskForm(String task, Map<String, Object> form) {
        commandExecutor.execute(new SentForm(task, clean(form), false, false));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String task, Map<String, Object> form, boolean deserialized) {
        return commandExecutor.execute(new SentForm(task, clean(form), true, deserialized));
    }

    @Override
    public void submitTaskFormData(String task, Map<String, String> form) {
        submitTaskForm(task, form == null ? null : new LinkedHashMap<>(form));
    }

    /** What REST hands in is typed: asked of such a map by name, it would lose its type. */
    private static Map<String, Object> clean(Map<String, Object> form) {
        if (form == null) {
            return null;
        }
        VariableMap clean = Variables.createVariables();
        for (String field : form.keySet()) {
            Object sent = form instanceof VariableMap typed ? typed.getValueTyped(field) : form.get(field);
            clean.put(field, cleanValue(sent));
        }
        return clean;
    }

    /** A text stays one whether it names its type, another, or none. */
    private static Object cleanValue(Object sent) {
        if (sent instanceof TypedValue typed && typed.getValue() instanceof String text) {
            return Variables.stringValue(Typed.clean(text), typed.isTransient());
        }
        return sent instanceof String text ? Typed.clean(text) : sent;
    }

    private static Map<String, String> cleanTexts(Map<String, String> form) {
        if (form == null) {
            return null;
        }
        Map<String, String> clean = new LinkedHashMap<>();
        form.forEach((field, sent) -> clean.put(field, Typed.clean(sent)));
        return clean;
    }
}
