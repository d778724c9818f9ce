package fr.forment.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.forment.french.Typography;
import java.io.IOException;
import java.util.Set;

/**
 * A form as it is deployed: what people read in it is set as on pages, its keys, its conditions and the expressions in
 * its texts stay as they are.
 */
final class TypesetForm {

    private static final Set<String> READ = Set.of("label", "text", "description", "dateLabel", "timeLabel");
    private static final ObjectMapper JSON = new ObjectMapper();

    private TypesetForm() {}

    static byte[] of(byte[] form) throws IOException {
        JsonNode root = JSON.readTree(form);
        set(root);
        return JSON.writeValueAsBytes(root);
    }

    private static void set(JsonNode node) {
        if (node instanceof ObjectNode object) {
            READ.forEach(field -> {
                if (object.get(field) instanceof TextNode text
                        && !text.textValue().startsWith("=")) {
                    object.put(field, Typography.around("{{", "}}", text.textValue()));
                }
            });
        }
        node.forEach(TypesetForm::set);
    }
}
