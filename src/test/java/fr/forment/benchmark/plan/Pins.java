package fr.forment.benchmark.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Whether what people fixed is where they fixed it. */
final class Pins {

    private static final List<String> STAYS =
            List.of("module", "vague", "day", "start", "place", "trainer", "seats", "expected");

    private Pins() {}

    static List<String> lost(Recount recount) {
        return Recount.list(recount.plan().get("pins")).stream()
                .filter(pin -> pin.get("fixed").asBoolean())
                .map(pin -> pin.get("session"))
                .filter(pin -> recount.sessions().stream().noneMatch(session -> isSame(pin, session)))
                .map(pin -> "pin n° " + pin.get("line").asInt() + " is not kept")
                .toList();
    }

    private static boolean isSame(JsonNode pin, JsonNode session) {
        return STAYS.stream().allMatch(field -> pin.get(field).equals(session.get(field)));
    }
}
