package fr.forment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A BPMN file read as plain XML: no engine, so that the rules see what a person drew. */
public final class Model {

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "receiveTask",
            "exclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "inclusiveGateway",
            "subProcess",
            "callActivity",
            "scriptTask",
            "sendTask",
            "task");

    public record FlowNode(String id, String name, String type, boolean isJoin) {}

    public record UserTask(
            String id,
            String formRef,
            String formBinding,
            String candidates,
            Map<String, String> inputs,
            Set<String> outputs,
            List<String> nextSteps) {}

    private final Path file;
    private final Document document;

    public Model(Path file) {
        this.file = file;
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            this.document = factory.newDocumentBuilder().parse(file.toFile());
        } catch (Exception e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    public Path file() {
        return file;
    }

    public String feature() {
        return file.getParent().getFileName().toString();
    }

    public Element process() {
        return all("process").get(0);
    }

    public List<FlowNode> nodes() {
        return elements().stream()
                .filter(element -> NODES.contains(local(element)))
                .map(element -> new FlowNode(
                        element.getAttribute("id"), element.getAttribute("name"), local(element), isJoin(element)))
                .toList();
    }

    /** Flows that carry a condition or are the default of a gateway that asks: id → label. */
    public Map<String, String> conditionalFlows() {
        Map<String, String> flows = new LinkedHashMap<>();
        Set<String> defaults = elements().stream()
                .map(element -> element.getAttribute("default"))
                .filter(id -> !id.isBlank())
                .collect(Collectors.toSet());
        all("sequenceFlow").stream()
                .filter(flow ->
                        children(flow, "conditionExpression").size() == 1 || defaults.contains(flow.getAttribute("id")))
                .forEach(flow -> flows.put(flow.getAttribute("id"), flow.getAttribute("name")));
        return flows;
    }

    /**
     * A timer on a task.
     *
     * @param cancels the task ends when it fires
     * @param step what it leads to
     */
    public record Watch(String model, boolean cancels, String step) {}

    /** The timers on a user task. */
    public List<Watch> watches(String task) {
        return all("boundaryEvent").stream()
                .filter(event -> event.getAttribute("attachedToRef").equals(task))
                .filter(event -> !children(event, "timerEventDefinition").isEmpty())
                .map(event -> new Watch(
                        process().getAttribute("id"),
                        !event.getAttribute("cancelActivity").equals("false"),
                        String.join(" ", next(event))))
                .toList();
    }

    public Map<String, String> serviceTasks() {
        return all("serviceTask").stream()
                .collect(Collectors.toMap(
                        task -> task.getAttribute("id"), task -> task.getAttribute("camunda:expression")));
    }

    public List<UserTask> userTasks() {
        return all("userTask").stream()
                .map(task -> new UserTask(
                        task.getAttribute("id"),
                        task.getAttribute("camunda:formRef"),
                        task.getAttribute("camunda:formRefBinding"),
                        task.getAttribute("camunda:candidateGroups")
                                + task.getAttribute("camunda:candidateUsers")
                                + task.getAttribute("camunda:assignee"),
                        inputs(task),
                        names(task, "camunda:outputParameter"),
                        next(task)))
                .toList();
    }

    /** The steps that read what a form sent as this field, and whether they empty it by an output without a value. */
    public Map<String, Boolean> readers(String field) {
        return all("serviceTask").stream()
                .filter(step -> forgetsForm(step)
                        || List.of(step.getAttribute("camunda:expression").split("[(), ]+"))
                                .contains(field))
                .collect(Collectors.toMap(
                        step -> step.getAttribute("id"), step -> forgetsForm(step) || empties(step, field)));
    }

    private static boolean forgetsForm(Element step) {
        return list(step.getElementsByTagName("camunda:property")).stream()
                .anyMatch(each -> each.getAttribute("name").equals("forgetsForm"));
    }

    private static boolean empties(Element step, String field) {
        return list(step.getElementsByTagName("camunda:outputParameter")).stream()
                .filter(each -> each.getAttribute("name").equals(field))
                .anyMatch(each ->
                        Set.of("", "${null}").contains(each.getTextContent().strip()));
    }

    /** Every attribute value and text in which an expression may stand. */
    public List<String> attributesAndText() {
        List<String> texts = new ArrayList<>();
        for (Element element : elements()) {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                texts.add(attributes.item(i).getNodeValue());
            }
            if (children(element).isEmpty()) {
                texts.add(element.getTextContent());
            }
        }
        return texts;
    }

    public boolean isDrawn(String id) {
        return all("BPMNShape").stream()
                .anyMatch(shape -> shape.getAttribute("bpmnElement").equals(id)
                        && children(shape, "Bounds").size() == 1);
    }

    /**
     * A start event is a save point; one with a form is followed by its recording step instead, so that a refusal
     * starts nothing.
     */
    public boolean startsSafely() {
        return all("startEvent").stream()
                .filter(start -> local((Element) start.getParentNode()).equals("process"))
                .allMatch(start -> startForm(start).isBlank()
                        ? start.getAttribute("camunda:asyncBefore").equals("true")
                        : next(start).stream().allMatch(step -> step.startsWith("record")));
    }

    /** Ids of the forms of start events, by the id of the event. */
    public Map<String, String> startForms() {
        return all("startEvent").stream()
                .filter(start -> !startForm(start).isBlank())
                .collect(Collectors.toMap(start -> start.getAttribute("id"), Model::startForm));
    }

    private static String startForm(Element start) {
        return start.getAttribute("camunda:formRef");
    }

    private List<String> next(Element node) {
        return all("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(node.getAttribute("id")))
                .map(flow -> flow.getAttribute("targetRef"))
                .toList();
    }

    /** Name to expression. */
    private static Map<String, String> inputs(Element task) {
        NodeList parameters = task.getElementsByTagName("camunda:inputParameter");
        return IntStream.range(0, parameters.getLength())
                .mapToObj(i -> (Element) parameters.item(i))
                .collect(Collectors.toMap(
                        parameter -> parameter.getAttribute("name"),
                        parameter -> parameter.getTextContent().strip()));
    }

    private Set<String> names(Element task, String tag) {
        NodeList found = task.getElementsByTagName(tag);
        return list(found).stream().map(element -> element.getAttribute("name")).collect(Collectors.toSet());
    }

    private boolean isJoin(Element element) {
        return local(element).endsWith("Gateway") && next(element).size() == 1;
    }

    private List<Element> all(String local) {
        return elements().stream()
                .filter(element -> local(element).equals(local))
                .toList();
    }

    private List<Element> elements() {
        return list(document.getElementsByTagName("*"));
    }

    private static List<Element> children(Element parent, String local) {
        return children(parent).stream()
                .filter(child -> local(child).equals(local))
                .toList();
    }

    private static List<Element> children(Element parent) {
        return list(parent.getChildNodes());
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static String local(Element element) {
        String name = element.getTagName();
        return name.substring(name.indexOf(':') + 1);
    }
}
