package fr.forment.engine;

import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What a step is, for readers who never heard of BPMN. */
public enum NodeKind {
    START("Début"),
    END("Fin"),
    PERSON("Tâche de quelqu'un"),
    HOUSE("FormENT le fait"),
    WAIT("Attente d'une nouvelle"),
    DAY("Attente d'une date"),
    QUESTION("Question"),
    /** Ways that meet again: nothing is asked there, and it has no name. */
    JOIN("Rencontre de chemins"),
    GROUP("Ensemble d'étapes");

    private final String label;

    NodeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isRound() {
        return this == START || this == END || this == WAIT || this == DAY;
    }

    static NodeKind of(FlowNode node) {
        if (node instanceof SubProcess) {
            return GROUP;
        }
        if (node instanceof UserTask) {
            return PERSON;
        }
        if (node instanceof Gateway) {
            return node.getOutgoing().size() < 2 && node.getName() == null ? JOIN : QUESTION;
        }
        if (node instanceof StartEvent) {
            return START;
        }
        if (node instanceof EndEvent) {
            return END;
        }
        if (node instanceof CatchEvent event) {
            return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance) ? DAY : WAIT;
        }
        return node instanceof ReceiveTask ? WAIT : HOUSE;
    }
}
