package fr.forment.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Models that bring code or reach out, by file name: the smallest of each kind. */
public final class HostileModels {

    private static final String SERVICE = "<bpmn:serviceTask id=\"a\" %s>%s</bpmn:serviceTask>";
    private static final String USER = "<bpmn:userTask id=\"a\" %s>%s</bpmn:userTask>";
    private static final String SCRIPT = "<camunda:script scriptFormat=\"javascript\">1</camunda:script>";

    private HostileModels() {}

    public static Map<String, String> all() {
        Map<String, String> models = new LinkedHashMap<>();
        for (String attribute : new String[] {
            "camunda:class=\"java.lang.Object\"",
            "camunda:delegateExpression=\"${departureSteps}\"",
            "camunda:type=\"external\" camunda:topic=\"x\"",
            "camunda:type=\"mail\"",
            "camunda:type=\"shell\"",
            "xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"java.lang.Object\"",
            "",
            "camunda:expression=\"${''.getClass()}\"",
            "camunda:expression=\"${dataSource.getConnection()}\"",
            "camunda:expression=\"${accountService.x('1')}\"",
            "camunda:expression=\"${departureSteps.who('1')}${departureSteps.who('2')}\"",
            "camunda:expression=\"x\"",
            "implementation=\"##WebService\" operationRef=\"x\"",
            "camunda:expression=\"${departureSteps.who('1')}\" camunda:taskPriority=\"1\""
        }) {
            bpmn(models, SERVICE.formatted(attribute, ""));
        }
        String step = "camunda:expression=\"${departureSteps.who('1')}\"";
        for (String inside : new String[] {
            "<camunda:field name=\"x\" stringValue=\"y\" />",
            "<camunda:executionListener class=\"java.lang.Object\" event=\"start\" />",
            "<camunda:executionListener event=\"start\">" + SCRIPT + "</camunda:executionListener>",
            "<camunda:executionListener expression=\"${departureSteps.who('1')}\" event=\"end\" />",
            "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
            "<camunda:failedJobRetryTimeCycle>R/PT1S</camunda:failedJobRetryTimeCycle>",
            "<camunda:inputOutput><camunda:inputParameter name=\"x\">" + SCRIPT
                    + "</camunda:inputParameter></camunda:inputOutput>",
            "<camunda:inputOutput><camunda:outputParameter name=\"x\"><camunda:list>" + SCRIPT
                    + "</camunda:list></camunda:outputParameter></camunda:inputOutput>",
            "<camunda:inputOutput><camunda:outputParameter name=\"x\"><camunda:map><camunda:entry key=\"k\">" + SCRIPT
                    + "</camunda:entry></camunda:map></camunda:outputParameter></camunda:inputOutput>",
            "<camunda:errorEventDefinition errorRef=\"x\" expression=\"${departureSteps.who('1')}\" />",
            "<x:other xmlns:x=\"http://example.org\" />"
        }) {
            bpmn(models, SERVICE.formatted(step, "<bpmn:extensionElements>" + inside + "</bpmn:extensionElements>"));
        }
        bpmn(models, SERVICE.formatted(step, "<bpmn:ioSpecification />"));
        bpmn(
                models,
                SERVICE.formatted(
                        step,
                        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>9999999</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"));
        bpmn(
                models,
                SERVICE.formatted(
                        step,
                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"x\"><bpmn:completionCondition language=\"javascript\">1</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>"));
        for (String attribute : new String[] {
            "camunda:formKey=\"embedded:deployment:x.html\"",
            "camunda:formHandlerClass=\"java.lang.Object\"",
            "camunda:assignee=\"admin\"",
            "camunda:priority=\"1\""
        }) {
            bpmn(models, USER.formatted(attribute, ""));
        }
        for (String inside : new String[] {
            "<camunda:taskListener class=\"java.lang.Object\" event=\"create\" />",
            "<camunda:taskListener event=\"create\">" + SCRIPT + "</camunda:taskListener>",
            "<camunda:taskListener delegateExpression=\"${departureSteps}\" event=\"complete\" />",
            "<camunda:formData><camunda:formField id=\"x\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\"java.lang.Object\" /></camunda:validation></camunda:formField></camunda:formData>"
        }) {
            bpmn(models, USER.formatted("", "<bpmn:extensionElements>" + inside + "</bpmn:extensionElements>"));
        }
        for (String task : new String[] {
            "<bpmn:scriptTask id=\"a\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
            "<bpmn:scriptTask id=\"a\" scriptFormat=\"javascript\" camunda:resource=\"deployment://x.js\" />",
            "<bpmn:businessRuleTask id=\"a\" camunda:class=\"java.lang.Object\" />",
            "<bpmn:businessRuleTask id=\"a\" camunda:decisionRef=\"x\" />",
            "<bpmn:businessRuleTask id=\"a\" camunda:expression=\"${departureSteps.who('1')}\" />",
            "<bpmn:sendTask id=\"a\" camunda:class=\"java.lang.Object\" />",
            "<bpmn:sendTask id=\"a\" camunda:type=\"mail\" />",
            "<bpmn:callActivity id=\"a\" calledElement=\"departure\" />",
            "<bpmn:callActivity id=\"a\" calledElement=\"${x}\"><bpmn:extensionElements><camunda:in businessKey=\"1\" /></bpmn:extensionElements></bpmn:callActivity>",
            "<bpmn:transaction id=\"a\" />",
            "<bpmn:adHocSubProcess id=\"a\" />",
            "<bpmn:manualTask id=\"a\" />",
            "<bpmn:task id=\"a\" />",
            "<bpmn:intermediateThrowEvent id=\"a\"><bpmn:messageEventDefinition camunda:class=\"java.lang.Object\" /></bpmn:intermediateThrowEvent>",
            "<bpmn:intermediateThrowEvent id=\"a\"><bpmn:signalEventDefinition signalRef=\"x\" /></bpmn:intermediateThrowEvent>",
            "<bpmn:endEvent id=\"a\"><bpmn:messageEventDefinition camunda:delegateExpression=\"${x}\" messageRef=\"x\" /></bpmn:endEvent>",
            "<bpmn:intermediateCatchEvent id=\"a\"><bpmn:conditionalEventDefinition><bpmn:condition language=\"javascript\">true</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>",
            "<bpmn:intermediateCatchEvent id=\"a\"><bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
            "<serviceTask xmlns=\"\" id=\"a\" />"
        }) {
            bpmn(models, task);
        }
        models.put(
                "condition.bpmn",
                process("", "<bpmn:conditionExpression language=\"javascript\">true</bpmn:conditionExpression>"));
        models.put(
                "conditionFile.bpmn",
                process("", "<bpmn:conditionExpression language=\"groovy\" camunda:resource=\"x.groovy\" />"));
        models.put(
                "flowListener.bpmn",
                process(
                        "",
                        "<bpmn:extensionElements><camunda:executionListener class=\"java.lang.Object\" /></bpmn:extensionElements>"));
        models.put(
                "starter.bpmn",
                process("", "").replace("isExecutable", "camunda:candidateStarterUsers=\"dupont\" isExecutable"));
        models.put(
                "import.bpmn",
                process("", "")
                        .replace(
                                "<bpmn:process",
                                "<bpmn:import importType=\"x\" location=\"http://example.org/x\" namespace=\"x\" /><bpmn:process"));
        models.put("doctype.bpmn", process("", "").replace("?>", "?><!DOCTYPE x [<!ENTITY e \"y\">]>"));
        models.put("notXml.bpmn", "{}");
        models.put("oldEnding.bpmn20.xml", process("<bpmn:scriptTask id=\"a\" />", ""));
        models.put("noDotbpmn", process("<bpmn:scriptTask id=\"a\" />", ""));
        models.put("case.cmmn", "<case/>");
        models.put("case.cmmn11.xml", "<case/>");
        models.put("page.html", "<script>1</script>");
        models.put("script.js", "1");
        models.put("script.groovy", "1");
        models.put("upper.BPMN", process("", ""));
        models.put("input.dmn", table("expressionLanguage=\"javascript\"", "", "1"));
        models.put("output.dmn", table("", "expressionLanguage=\"groovy\"", "1"));
        models.put("juel.dmn", table("expressionLanguage=\"juel\"", "", "1"));
        models.put(
                "variable.dmn",
                table("", "", "1").replace("<dmn:input id", "<dmn:input camunda:inputVariable=\"x\" id"));
        models.put(
                "literal.dmn",
                table("", "", "1")
                        .replaceAll(
                                "(?s)<dmn:decisionTable.*</dmn:decisionTable>",
                                "<dmn:literalExpression id=\"l\"><dmn:text>1</dmn:text></dmn:literalExpression>"));
        models.put(
                "java.dmn",
                table(
                        "",
                        "",
                        "(function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } })(1)"));
        models.put(
                "javaHidden.dmn",
                table(
                        "",
                        "",
                        "(function(x) ext<!-- x -->ernal<![CDATA[ \n{]]> java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } })(1)"));
        models.put(
                "javaParted.dmn",
                table(
                        "",
                        "",
                        "(function(x) ext<dmn:description/>ernal { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } })(1)"));
        models.put("old.dmn11.xml", table("expressionLanguage=\"javascript\"", "", "1"));
        models.put(
                "html.form",
                "{\"type\":\"default\",\"components\":[{\"type\":\"group\",\"components\":[{\"type\":\"html\",\"content\":\"<b>\"}]}]}");
        models.put(
                "frame.form",
                "{\"type\":\"default\",\"components\":[{\"type\":\"iframe\",\"url\":\"https://example.org\"}]}");
        models.put(
                "picture.form",
                "{\"type\":\"default\",\"components\":[{\"type\":\"image\",\"source\":\"https://example.org/x.png\"}]}");
        models.put("broken.form", "{");
        return models;
    }

    /** A process with these elements in it, and this inside the flow that starts it. */
    public static String process(String elements, String inFlow) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="x">
                <bpmn:process id="hostile" isExecutable="true" camunda:historyTimeToLive="P1D"><bpmn:startEvent id="s" /><bpmn:endEvent id="e" />
                <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e">%s</bpmn:sequenceFlow>%s</bpmn:process></bpmn:definitions>""".formatted(inFlow, elements);
    }

    public static String table(String onInput, String onOutput, String result) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <dmn:definitions xmlns:dmn="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="x">
                <dmn:decision id="hostileTable" name="x" camunda:historyTimeToLive="1"><dmn:decisionTable id="t" hitPolicy="FIRST"><dmn:input id="i" label="x">
                <dmn:inputExpression id="ie" typeRef="string" %s><dmn:text>x</dmn:text></dmn:inputExpression></dmn:input><dmn:output id="o" name="y" typeRef="string" />
                <dmn:rule id="r"><dmn:inputEntry id="c"><dmn:text></dmn:text></dmn:inputEntry><dmn:outputEntry id="oe" %s><dmn:text>%s</dmn:text></dmn:outputEntry></dmn:rule>
                </dmn:decisionTable></dmn:decision></dmn:definitions>""".formatted(onInput, onOutput, result);
    }

    private static void bpmn(Map<String, String> models, String element) {
        models.put("model" + models.size() + ".bpmn", process(element, ""));
    }
}
