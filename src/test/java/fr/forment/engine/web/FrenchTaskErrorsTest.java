package fr.forment.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.french.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What Tasklist reads when the engine says no. */
class FrenchTaskErrorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aRefusalNamesTheFieldsToBeMended() throws Exception {
        JsonNode told =
                told("ENGINE-1 Could not: " + new Refusal("Indiquez un motif.", "motive", "newDue") + " at line 3");
        assertThat(told.path("message").asText()).isEqualTo("Indiquez un motif.");
        assertThat(told.path("fields")).extracting(JsonNode::asText).containsExactly("motive", "newDue");
    }

    @Test
    void aRefusalOfTheWholeNamesNone() throws Exception {
        JsonNode told = told(new Refusal("La campagne est déjà suspendue.").toString());
        assertThat(told.path("message").asText()).isEqualTo("La campagne est déjà suspendue.");
        assertThat(told.has("fields")).isFalse();
    }

    @Test
    void whoComesSecondIsToldThatSomebodyElseTookTheTask() throws Exception {
        assertThat(told("Task '7' is already claimed by someone else.")
                        .path("message")
                        .asText())
                .startsWith("Une autre personne vient de prendre cette tâche");
    }

    private static JsonNode told(String byTheEngine) throws Exception {
        var answer = new MockHttpServletResponse();
        new FrenchTaskErrors(JSON, null)
                .doFilter(
                        new MockHttpServletRequest("POST", "/camunda/api/engine/engine/default/task/7/claim"),
                        answer,
                        (request, response) -> {
                            ((HttpServletResponse) response).setStatus(500);
                            response.setContentType("application/json");
                            response.getOutputStream()
                                    .write(JSON.writeValueAsBytes(
                                            Map.of("type", "ProcessEngineException", "message", byTheEngine)));
                        });
        return JSON.readTree(answer.getContentAsByteArray());
    }
}
