package fr.forment.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.french.French;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The questionnaire as people see it: read from the very form they fill in, so that checks, pages and exports never
 * speak of other questions or choices.
 */
@Component
public class Questionnaire {

    private static final String FORM = "forms/campaign/answer.form";

    private final List<Question> questions = new ArrayList<>();

    public Questionnaire() {
        try (var form = new ClassPathResource(FORM).getInputStream()) {
            collect(new ObjectMapper().readTree(form), "", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the form, whatever a campaign leaves out of it. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }

    private void collect(JsonNode parent, String block, String section) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            String id = component.path("id").asText();
            if (type.equals("group") && id.startsWith("section")) {
                collect(
                        component,
                        id.replace("section", ""),
                        component.path("label").asText());
            } else if (type.equals("group")) { // one line of a table: its cells are named alike from line to line
                String line = component.path("label").asText().split(" : ")[0];
                int before = questions.size();
                collect(component, block, section);
                questions
                        .subList(before, questions.size())
                        .replaceAll(cell -> cell.worded(line + " : " + French.inSentence(cell.label())));
            } else if (component.hasNonNull("key")
                    && !type.equals("expression")) { // a sum the form shows is no question
                questions.add(question(component, block, section));
            }
        }
    }

    private static Question question(JsonNode component, String block, String section) {
        Map<String, String> choices = new LinkedHashMap<>();
        component
                .path("values")
                .forEach(choice -> choices.put(
                        choice.path("value").asText(), choice.path("label").asText()));
        JsonNode rules = component.path("validate");
        return new Question(
                block,
                section,
                component.path("key").asText(),
                component.path("label").asText(),
                Question.Kind.of(component.path("type").asText()),
                choices,
                rules.path("required").asBoolean() && !component.has("conditional"),
                rules.path("min").asInt(0),
                rules.path("max").asInt(9999),
                rules.path("maxLength").asInt(500));
    }
}
