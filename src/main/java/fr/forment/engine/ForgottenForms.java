package fr.forment.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * What a form sent is dropped once a step marked {@code forgetsForm} has recorded it, in the same transaction: the
 * answers never reach the engine's tables, and fifty rows less are written and deleted. For processes that need no
 * variable afterwards.
 */
class ForgottenForms extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");
    private static final String MARK = "forgetsForm";

    @Override
    public void parseServiceTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        if (isMarked(task)) {
            activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) VariableScope::removeVariables);
        }
    }

    private static boolean isMarked(Element task) {
        Element extensions = task.element("extensionElements");
        Element properties = extensions == null ? null : extensions.elementNS(CAMUNDA, "properties");
        return properties != null
                && properties.elementsNS(CAMUNDA, "property").stream()
                        .anyMatch(
                                each -> MARK.equals(each.attribute("name")) && "true".equals(each.attribute("value")));
    }
}
