package fr.forment.engine;

import fr.forment.french.Typography;
import java.util.List;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * A user task is drawn under a plain name and listed under a telling one: its property {@code taskName} says which
 * project or school it is about. An expression in the name itself would stand in every drawing.
 */
class TaskNames extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");
    private static final String PROPERTY = "taskName";

    private final ExpressionManager expressions;

    TaskNames(ExpressionManager expressions) {
        this.expressions = expressions;
    }

    @Override
    public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        Element extensions = task.element("extensionElements");
        Element properties = extensions == null ? null : extensions.elementNS(CAMUNDA, "properties");
        UserTaskActivityBehavior person = (UserTaskActivityBehavior) activity.getActivityBehavior();
        if (task.attribute("name") != null) {
            person.getTaskDefinition().setNameExpression(named(task.attribute("name")));
        }
        (properties == null ? List.<Element>of() : properties.elementsNS(CAMUNDA, "property"))
                .stream()
                        .filter(property -> PROPERTY.equals(property.attribute("name")))
                        .map(property -> property.attribute("value"))
                        .forEach(name -> person.getTaskDefinition().setNameExpression(named(name)));
    }

    private Expression named(String name) {
        return new ShortName(expressions.createExpression(Typography.around("#{", "}", name)));
    }
}
