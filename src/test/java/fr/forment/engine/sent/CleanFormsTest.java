package fr.forment.engine.sent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.HouseTest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** Whatever a form sends, no expression and no step reads a character that nobody typed. */
@HouseTest
@Tag("attack")
class CleanFormsTest {

    private static final Set<String> WRITTEN = Set.of("textfield", "textarea");

    @Autowired
    FormService forms;

    @Test
    void everyWayAFormComesInGoesThroughIt() {
        assertThat(forms).isInstanceOf(CleanForms.class);
        Set<String> ways = Arrays.stream(FormService.class.getMethods())
                .filter(way -> Arrays.asList(way.getParameterTypes()).contains(Map.class))
                .map(CleanFormsTest::signature)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> guarded = Arrays.stream(CleanForms.class.getDeclaredMethods())
                .map(CleanFormsTest::signature)
                .collect(Collectors.toSet());
        assertThat(ways).isNotEmpty().isSubsetOf(guarded);
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u202e\u0000\u0007", "\u200b", " \u00a0 ", "\u2800\t", "   "})
    void whatNobodySeesIsBlankInEveryTextOfEveryForm(String unseen) throws IOException {
        Set<String> fields = texts();
        assertThat(fields).contains("motive", "changes", "remarks", "causes", "reason", "lastName");
        var plain = new HashMap<String, Object>();
        var typed = Variables.createVariables();
        fields.forEach(field -> {
            plain.put(field, unseen);
            typed.putValueTyped(field, Variables.stringValue(unseen));
        });
        assertThat(handedOn(plain).values()).containsOnly("");
        assertThat(handedOn(typed).values()).containsOnly("");
        var untyped = Variables.createVariables();
        fields.forEach(field -> untyped.putValueTyped(field, Variables.untypedValue(unseen)));
        assertThat(handedOn(untyped).values()).containsOnly("");
    }

    @Test
    void whatIsReadStaysAndOtherValuesToo() {
        VariableMap typed = Variables.createVariables()
                .putValueTyped("motive", Variables.stringValue("\u202eUne fuite\u0000 d'eau\r\nau sous-sol"))
                .putValueTyped("number", Variables.integerValue(12))
                .putValueTyped("none", Variables.untypedNullValue());
        var on = handedOn(typed);
        assertThat(on).containsEntry("motive", "Une fuite d'eau\r\nau sous-sol").containsEntry("number", 12);
        assertThat(on).containsKey("none").doesNotContainValue("");
        assertThat(((VariableMap) on).getValueTyped("number").getType().getName())
                .isEqualTo("integer");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> handedOn(Map<String, Object> form) {
        List<Command<?>> commands = new ArrayList<>();
        var door = new CleanForms();
        door.setCommandExecutor(new CommandExecutor() {
            @Override
            public <T> T execute(Command<T> command) {
                commands.add(command);
                return null;
            }
        });
        door.submitTaskForm("task", form);
        return (Map<String, Object>) ReflectionTestUtils.getField(commands.get(0), "properties");
    }

    private static Set<String> texts() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("forms"))) {
            var keys = new TreeSet<String>();
            for (Path form :
                    all.filter(file -> file.toString().endsWith(".form")).toList()) {
                for (JsonNode field : new ObjectMapper().readTree(form.toFile()).findParents("key")) {
                    if (WRITTEN.contains(field.path("type").asText())) {
                        keys.add(field.path("key").asText());
                    }
                }
            }
            return keys;
        }
    }
}
