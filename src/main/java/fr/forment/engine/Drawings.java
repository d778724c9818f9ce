package fr.forment.engine;

import fr.forment.engine.Drawing.Flow;
import fr.forment.engine.Drawing.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.springframework.stereotype.Component;

/** Reads a deployed model once: what is deployed never changes. */
@Component
@RequiredArgsConstructor
public class Drawings {

    private static final double MARGIN = 12;

    private final RepositoryService models;
    private final AsTheHouse house;
    /** By deployed version: a few dozen in the life of a server. */
    private final Map<String, Drawing> known = new ConcurrentHashMap<>();

    public Drawing of(String definitionId) {
        return known.computeIfAbsent(definitionId, id -> house.call(() -> drawn(models.getBpmnModelInstance(id))));
    }

    /** The version cases of today begin with. */
    public Drawing latest(String processId) {
        return of(house.call(() -> models.createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult()
                .getId()));
    }

    private static Drawing drawn(BpmnModelInstance model) {
        List<Node> nodes = new ArrayList<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnElement() instanceof FlowNode node) {
                nodes.add(node(node, shape));
            }
        }
        // Groups first, the outer ones before those in them: what they hold is drawn upon them.
        nodes.sort(Comparator.comparing((Node node) -> node.kind() != NodeKind.GROUP)
                .thenComparing(node -> node.kind() == NodeKind.GROUP
                        ? -node.box().width() * node.box().height()
                        : 0.0)
                .thenComparing(node -> node.box().x())
                .thenComparing(node -> node.box().y()));
        List<Flow> flows = new ArrayList<>();
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            flows.add(new Flow(
                    edge.getWaypoints().stream()
                            .map(point -> point.getX() + "," + point.getY())
                            .collect(Collectors.joining(" ")),
                    extent(edge),
                    name(edge.getBpmnElement(), edge.getBpmnLabel())));
        }
        double left = nodes.stream().mapToDouble(node -> node.box().x()).min().orElse(0) - 40;
        double top = Stream.concat(
                                model.getModelElementsByType(Bounds.class).stream()
                                        .map(Bounds::getY),
                                nodes.stream()
                                        .flatMap(node -> node.label().lines().stream())
                                        .map(line -> line.y() - Label.SIZE))
                        .mapToDouble(Double::doubleValue)
                        .min()
                        .orElse(0)
                - MARGIN;
        double right = model.getModelElementsByType(Bounds.class).stream()
                .mapToDouble(box -> box.getX() + box.getWidth())
                .max()
                .orElse(0);
        double bottom = model.getModelElementsByType(Bounds.class).stream()
                .mapToDouble(box -> box.getY() + box.getHeight())
                .max()
                .orElse(0);
        return new Drawing(
                model.getModelElementsByType(Process.class).iterator().next().getName(),
                List.copyOf(nodes),
                List.copyOf(flows),
                left,
                top,
                right - left + 40,
                bottom - top + 2 * MARGIN);
    }

    private static Node node(FlowNode node, BpmnShape shape) {
        Box box = box(shape.getBounds());
        NodeKind kind = NodeKind.of(node);
        String name = node.getName() == null ? kind.label() : node.getName();
        Label label;
        if (kind == NodeKind.GROUP) {
            label = Label.under(name, new Box(box.x(), box.y() + 4, box.width(), 20));
        } else if (kind.isRound() && box.width() < 60 || kind == NodeKind.QUESTION || kind == NodeKind.JOIN) {
            label = node.getName() == null
                    ? Label.NONE
                    : beside(
                            name,
                            box,
                            at(shape.getBpmnLabel(), new Box(box.x() - 30, box.bottom() + 4, box.width() + 60, 20)));
        } else {
            label = Label.within(name, box);
        }
        return new Node(node.getId(), kind, box, label, name);
    }

    private static Label name(BaseElement element, BpmnLabel label) {
        return element instanceof SequenceFlow flow
                        && flow.getName() != null
                        && label != null
                        && label.getBounds() != null
                ? Label.under(flow.getName(), box(label.getBounds()))
                : Label.NONE;
    }

    private static Box extent(BpmnEdge edge) {
        DoubleSummaryStatistics across =
                edge.getWaypoints().stream().mapToDouble(Waypoint::getX).summaryStatistics();
        DoubleSummaryStatistics down =
                edge.getWaypoints().stream().mapToDouble(Waypoint::getY).summaryStatistics();
        return new Box(
                across.getMin(), down.getMin(), across.getMax() - across.getMin(), down.getMax() - down.getMin());
    }

    /** Modellers give a name the room of one line: where it stands over its shape, more lines grow upwards. */
    private static Label beside(String name, Box shape, Box place) {
        boolean over = place.y() < shape.y() && place.x() < shape.right() && shape.x() < place.right();
        return over ? Label.above(name, place, shape.y()) : Label.under(name, place);
    }

    private static Box at(BpmnLabel label, Box usual) {
        return label == null || label.getBounds() == null ? usual : box(label.getBounds());
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
