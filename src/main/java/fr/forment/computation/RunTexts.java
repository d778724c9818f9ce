package fr.forment.computation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Weights;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the row of a search keeps as JSON. Null stays null. */
@Component
@RequiredArgsConstructor
class RunTexts {

    private final ObjectMapper json;

    String of(Object any) {
        try {
            return any == null ? null : json.writeValueAsString(any);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    String of(Weights weights) {
        return of((Object) weights.of());
    }

    Weights weights(String text) {
        return new Weights(read(text, new TypeReference<Map<Goal, Integer>>() {}));
    }

    Score score(String text) {
        return read(text, new TypeReference<>() {});
    }

    List<PlannedSession> sessions(String text) {
        return read(text, new TypeReference<>() {});
    }

    Map<String, String> prints(String text) {
        return read(text, new TypeReference<>() {});
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException spoilt) {
            throw new IllegalStateException(spoilt);
        }
    }
}
