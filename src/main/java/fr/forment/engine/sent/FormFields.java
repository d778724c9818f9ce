package fr.forment.engine.sent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.forment.engine.RefusedByEngine;
import fr.forment.french.French;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What was sent, against the form it was sent from: Tasklist alone kept to that. Only the boxes of a list come as JSON,
 * which under the name of a text would be kept as that text, brackets and all; and a text is as long as its field lets
 * it be. Nothing is taken that the form does not ask for. The house's own forms are read only where there is something
 * to hold against them.
 */
final class FormFields {

    private static final Set<String> LISTS = Set.of("checklist", "taglist");
    /** Characters that every text field takes, but those a step reads as a number, an hour or a name. */
    private static final int ALWAYS_FITS = 80;

    private static final ObjectMapper FORMS = new ObjectMapper();

    private final VariableMap sent;
    private final JsonNode form;

    private FormFields(VariableMap sent, JsonNode form) {
        this.sent = sent;
        this.form = form;
    }

    /**
     * @param form as it is deployed
     * @param byPerson somebody who is signed in sends it: what the form does not ask for is dropped, or it would lie in
     *     the process until a later form asks somebody else for it
     */
    static FormFields of(VariableMap sent, Supplier<InputStream> form, boolean byPerson) {
        boolean asks = sent != null
                && sent.keySet().stream()
                        .anyMatch(field -> byPerson || isJson(sent, field) || length(sent, field) > ALWAYS_FITS);
        var fields = new FormFields(sent, asks ? read(form) : MissingNode.getInstance());
        if (asks && byPerson) {
            fields.dropForeign();
        }
        return fields;
    }

    private void dropForeign() {
        Set<String> own = Set.of(fields(field -> true));
        Set.copyOf(sent.keySet()).stream().filter(key -> !own.contains(key)).forEach(sent::remove);
    }

    /** @throws RefusedByEngine naming the fields */
    void refuseLists() {
        String[] texts = fields(field ->
                isJson(sent, key(field)) && !LISTS.contains(field.path("type").asText()));
        if (texts.length > 0) {
            throw new RefusedByEngine(
                    "Ce champ attend un texte, pas une liste : rien n'a été enregistré. Actualisez la page, puis recommencez.",
                    texts);
        }
    }

    /** @throws RefusedByEngine naming the first of the fields, and how long its text may be */
    void refuseLong() {
        form.findParents("key").stream().filter(this::isLong).findFirst().ifPresent(field -> {
            throw new RefusedByEngine(
                    "Ce texte compte " + French.number(length(sent, key(field))) + " caractères ; la place est de "
                            + French.number(most(field))
                            + " au plus. Raccourcissez-le, puis envoyez de nouveau : rien n'a été enregistré.",
                    key(field));
        });
    }

    private boolean isLong(JsonNode field) {
        return most(field) > 0 && length(sent, key(field)) > most(field);
    }

    private String[] fields(Predicate<JsonNode> which) {
        return form.findParents("key").stream()
                .filter(which)
                .map(FormFields::key)
                .distinct()
                .toArray(String[]::new);
    }

    private static String key(JsonNode field) {
        return field.path("key").asText();
    }

    private static int most(JsonNode field) {
        return field.path("validate").path("maxLength").asInt();
    }

    private static boolean isJson(VariableMap sent, String field) {
        TypedValue value = sent.getValueTyped(field);
        return value != null
                && value.getType() != null
                && "json".equals(value.getType().getName());
    }

    /** Of a text; 0 of all else. */
    private static int length(VariableMap sent, String field) {
        TypedValue value = sent.getValueTyped(field);
        return value != null && value.getValue() instanceof String text
                ? text.strip().length()
                : 0;
    }

    private static JsonNode read(Supplier<InputStream> form) {
        try (InputStream deployed = form.get()) {
            return FORMS.readTree(deployed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
