package fr.forment.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.campaign.LateAnswerService;
import fr.forment.campaign.SurveysEnding;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The draft of a survey that ends unanswered is handed over to it: the person finds it there, though it counts no more.
 */
@Component
@RequiredArgsConstructor
class LeftDrafts {

    private final FormDrafts drafts;
    private final LateAnswerService surveys;
    private final ObjectMapper json;

    @EventListener
    void on(SurveysEnding ending) {
        drafts.ofCases(
                        ending.processId(),
                        ending.surveyIds().stream().map(String::valueOf).toList())
                .forEach(draft ->
                        surveys.keepDraft(Long.parseLong(draft.businessKey()), draft.at(), draft.by(), values(draft)));
    }

    /** As a form sends them: lists as JSON. */
    private Map<String, String> values(FormDraft draft) {
        Map<String, String> values = new HashMap<>();
        try {
            json.readTree(draft.contents())
                    .properties()
                    .forEach(field -> values.put(
                            field.getKey(),
                            field.getValue().isContainerNode()
                                    ? field.getValue().toString()
                                    : field.getValue().asText("")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("draft of " + draft.taskId() + " cannot be read", e);
        }
        return values;
    }
}
