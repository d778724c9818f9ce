package fr.forment.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/** Refuses the deployment of models that bring their own code: scripts, classes, connectors. */
class ForbiddenElements extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

    @Override
    public void parseScriptTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        throw new ProcessEngineException("Script tasks are not allowed: " + activity.getId());
    }

    @Override
    public void parseServiceTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        if (task.attributeNS(CAMUNDA, "expression") == null) {
            throw new ProcessEngineException("A service task must call a steps bean by camunda:expression: " + activity.getId());
        }
    }
}
