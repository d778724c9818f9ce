package fr.forment.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.xml.sax.Attributes;

/**
 * Refuses models that hold anything but what our own hold: whoever may deploy could otherwise start programs. Asked
 * before the engine reads a model, whatever brought it: a deployment, or the tables where an older one left it. What is
 * allowed stands in {@code models/allowed-*.txt}.
 */
class AllowedModels implements Deployer {

    private static final Pattern STEP = Pattern.compile("[#$]\\{\\s*(\\w+)\\.\\w+\\([^{}]*\\)\\s*}");

    private final AllowedElements processes = AllowedElements.listedIn("allowed-bpmn.txt");
    private final AllowedElements decisions = AllowedElements.listedIn("allowed-dmn.txt");
    private final Set<String> components = AllowedElements.lines("allowed-form.txt");
    private final ObjectMapper json = new ObjectMapper();
    private final Predicate<String> isSteps;

    AllowedModels(Predicate<String> isSteps) {
        this.isSteps = isSteps;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        deployment.getResources().values().forEach(this::check);
    }

    private void check(ResourceEntity resource) {
        String forbidden = firstForbidden(resource.getName(), resource.getBytes());
        if (forbidden != null) {
            throw new RefusedByEngine("Le modèle « " + resource.getName() + " » contient " + forbidden
                    + ", que FormENT n'accepte pas. Retirez-le du modèle, puis déposez-le de nouveau.");
        }
    }

    /** The engine knows kinds by these endings too. */
    private String firstForbidden(String name, byte[] content) {
        if (name.endsWith("bpmn") || name.endsWith("bpmn20.xml")) {
            return processes.firstForbidden(content, this::wrong);
        }
        if (name.endsWith("dmn") || name.endsWith("dmn11.xml")) {
            return decisions.firstForbidden(content, (element, attributes) -> null);
        }
        if (name.endsWith(".form")) {
            return firstForbiddenComponent(content);
        }
        return "un fichier qui n'est ni un processus (.bpmn), ni une table de décision (.dmn), ni un formulaire (.form)";
    }

    private String wrong(String element, Attributes attributes) {
        if (!"bpmn:serviceTask".equals(element)) {
            return null;
        }
        String expression = attributes.getValue("http://camunda.org/schema/1.0/bpmn", "expression");
        Matcher step = STEP.matcher(expression == null ? "" : expression);
        return step.matches() && isSteps.test(step.group(1))
                ? null
                : "une tâche de service qui n'appelle pas, par « camunda:expression », une étape de FormENT";
    }

    private String firstForbiddenComponent(byte[] form) {
        try {
            for (JsonNode type :
                    json.readTree(new String(form, StandardCharsets.UTF_8)).findValues("type")) {
                if (!components.contains(type.asText())) {
                    return "le champ « " + type.asText() + " »";
                }
            }
            return null;
        } catch (IOException unreadable) {
            return "une écriture qui ne se lit pas comme du JSON";
        }
    }
}
