package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One model for each way in which a model brings code, or reaches what is not its own: each is refused, and the refusal
 * names it.
 */
@HouseTest
@Tag("attack")
class HostileModelsTest {

    @Autowired
    RepositoryService repository;

    static Stream<Map.Entry<String, String>> hostileModels() {
        return HostileModels.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("hostileModels")
    void isRefusedByName(Map.Entry<String, String> model) {
        long before = repository.createDeploymentQuery().count();
        var deployment = repository
                .createDeployment()
                .addInputStream(
                        model.getKey(),
                        new ByteArrayInputStream(model.getValue().getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(deployment::deploy)
                .hasMessageContainingAll("« " + model.getKey() + " »", "que FormENT n'accepte pas");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void theSameModelWithoutItIsAccepted() {
        String id = repository
                .createDeployment()
                .addString(
                        "harmless.bpmn",
                        HostileModels.process(
                                "<bpmn:serviceTask id=\"a\" camunda:expression=\"#{departureSteps.who(execution.processBusinessKey)}\" />",
                                ""))
                .addString("harmless.dmn", HostileModels.table("", "", "1"))
                .addString(
                        "harmless.form", "{\"type\":\"default\",\"components\":[{\"type\":\"text\",\"text\":\"x\"}]}")
                .deploy()
                .getId();
        repository.deleteDeployment(id, true);
    }

    @Test
    void ourOwnModelsAreDeployed() {
        assertThat(repository.createDeploymentQuery().deploymentName("FormENT").count())
                .isEqualTo(1);
        assertThat(repository.createProcessDefinitionQuery().latestVersion().count())
                .isGreaterThan(10);
        assertThat(repository.createDecisionDefinitionQuery().latestVersion().count())
                .isGreaterThan(5);
    }
}
