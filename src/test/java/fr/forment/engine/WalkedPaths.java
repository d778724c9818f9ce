package fr.forment.engine;

import fr.forment.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Remembers every node and flow that any test of this run has walked, as "process:id". */
@Component
public class WalkedPaths extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = new ArrayList<BpmnParseListener>(
                Objects.requireNonNullElse(configuration.getCustomPostBPMNParseListeners(), List.of()));
        listeners.add(new Recorder());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private static final class Recorder extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            process.getActivities().forEach(activity -> follow(process.getKey(), activity));
        }

        private void follow(String process, ActivityImpl activity) {
            ExecutionListener start = execution -> Witness.WALKED.saw(process + ":" + activity.getId());
            activity.addListener(ExecutionListener.EVENTNAME_START, start);
            activity.addListener(ExecutionListener.EVENTNAME_END, start);
            activity.getOutgoingTransitions().forEach(flow -> ((TransitionImpl) flow)
                    .addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                            execution -> Witness.WALKED.saw(process + ":" + flow.getId())));
            activity.getActivities().forEach(child -> follow(process, child));
        }
    }
}
