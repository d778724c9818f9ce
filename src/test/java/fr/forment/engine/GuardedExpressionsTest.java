package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever could deploy a model must not be able to run code with it. */
@HouseTest
class GuardedExpressionsTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${execution.class.classLoader}",
                "${execution.processEngineServices.repositoryService}",
                "${accountService.adminFromConfiguration('x')}",
                "${execution.setVariable('x', 1)}",
                "#{entProjectSteps.getClass()}"
            })
    void refusesToReachAnythingButSteps(String expression) {
        String id = deploy(Bpmn.createExecutableProcess("guarded")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .exclusiveGateway("ask")
                .condition("try", expression)
                .endEvent("reached")
                .moveToNode("ask")
                .condition("no", "${1 == 2}")
                .endEvent("other")
                .done());
        try {
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("guarded"))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            repository.deleteDeployment(id, true);
        }
    }

    @Test
    void readsVariablesAndTheBusinessKeyButNoBeanOfTheHouse() {
        String id = deploy(Bpmn.createExecutableProcess("guarded")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .exclusiveGateway("ask")
                .condition("yes", "${execution.processBusinessKey == '7' && empty absent && empty dataSource}")
                .endEvent("well")
                .moveToNode("ask")
                .condition("no", "${execution.processBusinessKey != '7'}")
                .endEvent("other")
                .done());
        try {
            assertThatCode(() -> runtime.startProcessInstanceByKey("guarded", "7"))
                    .doesNotThrowAnyException();
        } finally {
            repository.deleteDeployment(id, true);
        }
    }

    /** Business keys are texts, steps take numbers: out of nothing the engine would make the case number 0. */
    @Test
    void aStepIsGivenTheNumberOfItsCaseAndNeverOneMadeOfNothing() {
        String id = deploy(Bpmn.createExecutableProcess("guarded")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask("isDated")
                .camundaExpression("#{departureSteps.isDated(execution.processBusinessKey)}")
                .endEvent("well")
                .done());
        try {
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("guarded", "4711"))
                    .as("reached with 4711, of which there is no departure")
                    .hasMessageContaining("Ce départ n'existe pas.");
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("guarded"))
                    .hasMessageContaining("isDated: a case without a number");
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("guarded", ""))
                    .hasMessageContaining("isDated: a case without a number");
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("guarded", " "))
                    .hasMessageContaining("isDated: a case without a number");
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("guarded", "47,11"))
                    .hasMessageContaining("Method not found");
        } finally {
            repository.deleteDeployment(id, true);
        }
    }

    private String deploy(BpmnModelInstance model) {
        return repository
                .createDeployment()
                .addModelInstance("guarded.bpmn", model)
                .deploy()
                .getId();
    }
}
