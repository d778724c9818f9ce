package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The French labels of the Camunda web applications are complete: with a single key missing the English file would load
 * too, and dates would come out in one language or the other at random.
 */
class TasklistLocaleTest {

    private static final String ROOT = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^}]*?)\\s*}}");

    /** French words that English has taken over (or lent), and operators. */
    private static final Set<String> SAME_IN_FRENCH = Set.of(
            "",
            "<",
            "<=",
            ">",
            ">=",
            "%d minutes",
            "DD/MM/YYYY",
            "D MMMM YYYY",
            "HH:mm",
            "L",
            "1",
            "4",
            "Action",
            "Actions",
            "Annotation",
            "Application",
            "Applications",
            "CSV",
            "Cockpit",
            "Configuration",
            "Date",
            "Description",
            "Documentation",
            "Incidents",
            "Information",
            "Instance",
            "JSON",
            "Max",
            "Message",
            "Migration",
            "Min",
            "Notification",
            "OK",
            "Optimize",
            "Options",
            "Total",
            "Type",
            "Types",
            "Variable",
            "Variables",
            "Version",
            "instance",
            "instances",
            "s");

    static Stream<String> applications() {
        return Stream.of("tasklist", "welcome", "admin", "cockpit")
                .filter(app -> ours(app + "/locales/fr.json") != null);
    }

    @ParameterizedTest
    @MethodSource("applications")
    void everyLabelHasItsFrenchAndNoOther(String application) throws IOException {
        assertThat(french(application).keySet()).isEqualTo(english(application).keySet());
    }

    @ParameterizedTest
    @MethodSource("applications")
    void noLabelIsEmptyOrLeftInEnglish(String application) throws IOException {
        Map<String, String> english = english(application);
        french(application).forEach((key, label) -> {
            String original = english.get(key);
            assertThat(label.isBlank()).as(key).isEqualTo(original.isBlank());
            if (!SAME_IN_FRENCH.contains(original.strip())) {
                assertThat(label).as(key).isNotEqualTo(original);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("applications")
    void placeholdersAreKept(String application) throws IOException {
        Map<String, String> english = english(application);
        french(application)
                .forEach((key, label) ->
                        assertThat(placeholders(label)).as(key).isEqualTo(placeholders(english.get(key))));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void frenchIsTheOnlyLocaleOffered(String application) throws IOException {
        assertThat(text(ours(application + "/scripts/config.js")))
                .contains("locales: { availableLocales: ['fr'], fallbackLocale: 'fr' }");
    }

    private static Map<String, String> french(String application) throws IOException {
        return leaves(ours(application + "/locales/fr.json"));
    }

    private static Map<String, String> english(String application) throws IOException {
        return leaves(resource(application + "/locales/en.json"));
    }

    private static URL ours(String path) {
        URL found = resource(path);
        return found != null && "file".equals(found.getProtocol()) ? found : null;
    }

    private static URL resource(String path) {
        return TasklistLocaleTest.class.getClassLoader().getResource(ROOT + path);
    }

    private static Map<String, String> leaves(URL file) throws IOException {
        Map<String, String> leaves = new LinkedHashMap<>();
        collect("", new ObjectMapper().readTree(text(file)), leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), leaves);
            }
        } else {
            leaves.put(path, node.asText());
        }
    }

    private static String text(URL file) throws IOException {
        try (InputStream content = file.openStream()) {
            // Camunda's files start with a byte order mark
            return new String(content.readAllBytes(), StandardCharsets.UTF_8).replace("\ufeff", "");
        }
    }

    private static List<String> placeholders(String label) {
        return PLACEHOLDER
                .matcher(label)
                .results()
                .map((MatchResult found) -> found.group(1))
                .sorted()
                .toList();
    }
}
