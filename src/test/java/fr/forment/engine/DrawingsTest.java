package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every deployed model is drawn whole: nothing is lost, nothing falls outside the frame. */
@HouseTest
class DrawingsTest {

    @Autowired
    Drawings drawings;

    @Autowired
    RepositoryService models;

    @Test
    void drawsEachStepAndFlowOfEachModel() {
        List<ProcessDefinition> all =
                models.createProcessDefinitionQuery().latestVersion().list();
        assertThat(all).hasSizeGreaterThan(15);
        for (ProcessDefinition one : all) {
            BpmnModelInstance model = models.getBpmnModelInstance(one.getId());
            Drawing drawing = drawings.of(one.getId());
            assertThat(drawing.nodes().stream().map(Drawing.Node::id))
                    .as(one.getKey())
                    .containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(FlowNode.class).stream()
                            .map(FlowNode::getId)
                            .toList());
            assertThat(drawing.flows())
                    .as(one.getKey())
                    .hasSameSizeAs(model.getModelElementsByType(SequenceFlow.class));
            for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
                Drawing.Node drawn = drawing.nodes().stream()
                        .filter(each -> each.id().equals(node.getId()))
                        .findFirst()
                        .orElseThrow();
                assertThat(drawn.name())
                        .as(one.getKey() + ", " + node.getId() + ": a question says what it asks")
                        .isNotEqualTo("Question");
                if (node.getName() != null) {
                    assertThat(words(drawn.label()))
                            .isEqualTo(node.getName().strip().replaceAll(" +", " "));
                }
                if (drawn.kind() == NodeKind.QUESTION) {
                    assertThat(drawn.label().lines())
                            .as(one.getKey() + ", " + node.getId() + ": its words lie beside the lozenge")
                            .noneMatch(line -> Math.abs(line.x() - drawn.box().middleX())
                                            < drawn.box().width() / 2
                                    && line.y() > drawn.box().y() + 4
                                    && line.y() - Label.SIZE < drawn.box().bottom() - 4);
                }
                assertThat(drawn.label().lines()).as(node.getId()).allMatch(line -> line.y() > drawing.y());
                assertThat(drawn.box().x()).as(node.getId()).isGreaterThanOrEqualTo(drawing.x());
                assertThat(drawn.box().y()).as(node.getId()).isGreaterThanOrEqualTo(drawing.y());
                assertThat(drawn.box().right()).as(node.getId()).isLessThanOrEqualTo(drawing.x() + drawing.width());
                assertThat(drawn.box().bottom()).as(node.getId()).isLessThanOrEqualTo(drawing.y() + drawing.height());
            }
        }
    }

    private static String words(Label label) {
        return label.lines().stream().map(Label.Line::text).collect(Collectors.joining(" "));
    }
}
