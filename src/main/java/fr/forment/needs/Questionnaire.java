package fr.forment.needs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The questionnaire as people see it: read from the very form they fill in, so that checks, pages and exports never speak of other
 * questions or choices.
 */
@Component
public class Questionnaire {

    private static final String FORM = "forms/needs/answer.form";

    private final List<Question> questions = new ArrayList<>();

    Questionnaire() {
        try (var form = new ClassPathResource(FORM).getInputStream()) {
            collect(new ObjectMapper().readTree(form), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the form. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }

    private void collect(JsonNode parent, String section) {
        for (JsonNode component : parent.path("components")) {
            if (component.path("type").asText().equals("group")) {
                collect(component, component.path("label").asText());
            } else if (component.hasNonNull("key")) {
                questions.add(question(component, section));
            }
        }
    }

    private static Question question(JsonNode component, String section) {
        Map<String, String> choices = new LinkedHashMap<>();
        component.path("values").forEach(choice -> choices.put(choice.path("value").asText(), choice.path("label").asText()));
        JsonNode rules = component.path("validate");
        return new Question(section, component.path("key").asText(), component.path("label").asText(),
                Question.Kind.of(component.path("type").asText()), choices,
                rules.path("required").asBoolean() && !component.has("conditional"),
                rules.path("min").asInt(0), rules.path("max").asInt(9999), rules.path("maxLength").asInt(500));
    }
}
