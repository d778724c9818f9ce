package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import java.beans.Introspector;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The rules of the house that a model or a form can break, read as plain files. */
class ModelRulesTest {

    /**
     * Started by the hundred in one job of another process, which is the save point: a job each would cost more than
     * the case itself.
     */
    private static final Set<String> STARTED_BY_A_JOB = Set.of("needsSurvey");

    /**
     * The survey asks for these when it is opened ({@code SurveyMarkdownTest}), or counts them itself; the plan that is
     * decided on likewise ({@code ApprovalFormTest}).
     */
    private static final String ASKED_AT_OPENING =
            "campaignTitle|schoolSheet|surveyId|teamTotal|projectBilan|stillOpen|whatFollows|sessionFigures|plan(Asked|Weeks|Means|"
                    + "Differences|Shortages|Remarks|ToBeKnown|Rejected)";

    private static final Map<String, Class<?>> STEPS = steps();
    private static final String OWN_KEY = "${execution.processBusinessKey}";
    private static final Pattern SHOWN = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\.(\\w+)\\((.*)\\)");
    private static final Pattern GENERATED =
            Pattern.compile("(Activity|Gateway|Event|Flow|Task|StartEvent|EndEvent|ExclusiveGateway)_\\w+");
    private static final Set<String> NOT_IN_TASKLIST = Set.of("filepicker", "documentPreview", "iframe");
    private static final Set<String> SHOWN_ONLY =
            Set.of("text", "html", "separator", "spacer", "button", "image", "table", "expression");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|submit|approve|task|required|please|your|review|survey|session of)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DAYS_OF_THE_TABLE = Pattern.compile("\\bJ ?[-+–] ?\\d|\\d jours de classe");

    @TestFactory
    Stream<DynamicTest> everyProcess() throws IOException {
        return files("bpmn", ".bpmn")
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(new Model(file))));
    }

    @TestFactory
    Stream<DynamicTest> everyForm() throws IOException {
        return files("forms", ".form").map(file -> DynamicTest.dynamicTest(file.toString(), () -> checkForm(file)));
    }

    @TestFactory
    Stream<DynamicTest> everyDecision() throws IOException {
        return files("bpmn", ".dmn")
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String xml = Files.readString(file);
                    assertThat(xml).as("time to live").contains("camunda:historyTimeToLive");
                    assertThat(xml).as("coordinates, so that it can be drawn").contains("DMNShape");
                    assertThat(xml)
                            .as("decision id is the file's name")
                            .contains("<decision id=\"" + stem(file) + "\"");
                }));
    }

    private static void check(Model model) {
        assertThat(model.process().getAttribute("id")).as("process id = file").isEqualTo(stem(model.file()));
        assertThat(model.process().getAttribute("name")).as("French name").isNotBlank();
        assertThat(model.process().getAttribute("camunda:historyTimeToLive"))
                .as("privacy period")
                .isNotBlank();
        assertThat(model.process().getAttribute("camunda:versionTag"))
                .as("version")
                .isNotBlank();
        assertThat(model.nodes()).allSatisfy(node -> {
            assertThat(node.id()).as("ids are chosen, not generated").doesNotMatch(GENERATED);
            assertThat(model.isDrawn(node.id()))
                    .as(node.id() + " has coordinates")
                    .isTrue();
            if (!node.isJoin()) {
                assertThat(node.name()).as(node.id() + " has a French label").isNotBlank();
                assertThat(node.name())
                        .as("label of " + node.id() + ": what changes goes into the property taskName")
                        .doesNotContain("{")
                        .doesNotContainPattern(ENGLISH);
                assertThat(node.name())
                        .as("label of " + node.id() + ": how many days is said by the table of reminders alone")
                        .doesNotContainPattern(DAYS_OF_THE_TABLE);
            }
        });
        model.conditionalFlows()
                .forEach((id, name) ->
                        assertThat(name).as("answer on flow " + id).isNotBlank());
        model.attributesAndText().forEach(text -> checkExpressions(model, text));
        model.serviceTasks().forEach((id, expression) -> {
            Matcher call = CALL.matcher(expression);
            assertThat(call.find()).as(id + " calls a step: " + expression).isTrue();
            assertThat(id).as("service task id = method").matches(Pattern.quote(call.group(2)) + "[A-Z0-9]?\\w*");
        });
        model.userTasks().forEach(task -> {
            Path form = Path.of("forms", model.feature(), task.id() + ".form");
            assertThat(form).as("form of " + task.id()).exists();
            assertThat(task.formRef()).as("form id").isEqualTo(stem(model.file()) + "-" + task.id());
            assertThat(json(form).path("id").asText()).as("form id in its file").isEqualTo(task.formRef());
            assertThat(task.formBinding()).isEqualTo("deployment");
            assertThat(task.candidates()).as("who may do " + task.id()).isNotBlank();
            assertThat(task.nextSteps())
                    .as("after " + task.id() + " comes its recording step")
                    .allMatch(next -> next.startsWith("record"));
            assertThat(editableFields(form)).allSatisfy(field -> assertThat(model.readers(field))
                    .as(field + " of " + task.id() + " is emptied by each step that reads it: else the next form of the"
                            + " process with a field of that name opens filled with it")
                    .isNotEmpty()
                    .doesNotContainValue(false));
            shownValues(form).filter(name -> !name.matches(ASKED_AT_OPENING)).forEach(name -> assertThat(
                            task.inputs().get(name))
                    .as(task.formRef() + " shows {{" + name + "}}: people typed it, so its step returns Markdown")
                    .satisfies(ModelRulesTest::isShownAsTyped));
            Set<String> lost = new TreeSet<>(task.inputs().keySet());
            lost.retainAll(editableFields(form));
            lost.removeAll(task.outputs());
            assertThat(lost)
                    .as("pre-filled and editable fields of " + task.id() + " need an output mapping")
                    .isEmpty();
        });
        if (!STARTED_BY_A_JOB.contains(stem(model.file()))) {
            assertThat(model.startsSafely())
                    .as("a start event is a save point, or its form is recorded at once")
                    .isTrue();
        }
        model.startForms().forEach((start, form) -> {
            assertThat(form).as("form id of " + start).isEqualTo(stem(model.file()) + "-" + start);
            assertThat(Path.of("forms", model.feature(), start + ".form"))
                    .as("form of " + start)
                    .exists();
        });
    }

    /** What the texts of a form show of the outside. */
    private static Stream<String> shownValues(Path form) {
        return components(json(form)).stream()
                .filter(component -> component.path("type").asText().equals("text"))
                .flatMap(component ->
                        SHOWN.matcher(component.path("text").asText()).results().map(found -> found.group(1)));
    }

    private static void isShownAsTyped(String expression) {
        if (OWN_KEY.equals(expression)) {
            return;
        }
        Matcher call = CALL.matcher(String.valueOf(expression));
        assertThat(call.find()).as("fed by a step: " + expression).isTrue();
        assertThat(Arrays.stream(stepsBean(call.group(1)).getMethods())
                        .filter(method -> method.getName().equals(call.group(2)))
                        .map(Method::getReturnType))
                .as(expression)
                .isNotEmpty()
                .allMatch(type -> type == Markdown.class || type == int.class || type == long.class);
    }

    private static void checkExpressions(Model model, String text) {
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            Matcher call = CALL.matcher(expression.group(1).strip());
            if (call.find()) {
                Class<?> steps = stepsBean(call.group(1));
                assertThat(steps).as(model.file() + ": bean " + call.group(1)).isNotNull();
                String[] given =
                        call.group(3).isBlank() ? new String[0] : call.group(3).split("\\s*,\\s*");
                assertThat(Arrays.stream(steps.getMethods())
                                .filter(method -> method.getName().equals(call.group(2))))
                        .as(model.file() + ": " + expression.group())
                        .singleElement() // of two with one name the engine takes any
                        .satisfies(method -> checkTypes(given, method.getParameterTypes()));
            }
        }
    }

    /** The engine makes numbers of keys and of constants; what a person typed is read, and refused, in French. */
    private static void checkTypes(String[] given, Class<?>[] taken) {
        assertThat(taken).hasSameSizeAs(given);
        for (int i = 0; i < given.length; i++) {
            String value = given[i].strip();
            if (value.equals("execution.processBusinessKey")) {
                assertThat(taken[i]).as("a step takes its key as a number").isEqualTo(long.class);
            } else if (value.matches("'\\d+'")) {
                assertThat(taken[i])
                        .as("a step takes " + value + " as a number")
                        .isEqualTo(int.class);
            } else {
                assertThat(taken[i].isPrimitive())
                        .as(value + " comes from a form and may be missing")
                        .isFalse();
            }
        }
    }

    private static void checkForm(Path file) {
        JsonNode form = json(file);
        assertThat(form.path("schemaVersion").asInt()).isLessThanOrEqualTo(16).isPositive();
        assertThat(stem(file))
                .as("form id ends with its file's name")
                .isEqualTo(form.path("id").asText().replaceAll(".*-", ""));
        components(form).forEach(component -> {
            String type = component.path("type").asText();
            assertThat(NOT_IN_TASKLIST).as("type that breaks the whole form").doesNotContain(type);
            if (!SHOWN_ONLY.contains(type) && !type.equals("group")) {
                assertThat(component.path("key").asText())
                        .as("key of a " + type)
                        .isNotBlank();
                assertThat(component.path("label").asText())
                        .as("label of " + component.path("key").asText())
                        .isNotBlank();
            }
            assertThat(component.path("label").asText() + " "
                            + component.path("description").asText() + " "
                            + component.path("text").asText())
                    .as("French text in " + file)
                    .doesNotContainPattern(ENGLISH);
        });
    }

    private static Set<String> editableFields(Path form) {
        return components(json(form)).stream()
                .filter(component -> !SHOWN_ONLY.contains(component.path("type").asText()))
                .filter(component -> !component.path("readonly").asBoolean()
                        && !component.path("disabled").asBoolean())
                .map(component -> component.path("key").asText())
                .filter(key -> !key.isBlank())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> components(JsonNode parent) {
        return Stream.iterate(List.of(parent), level -> !level.isEmpty(), level -> level.stream()
                        .flatMap(node -> stream(node.path("components")))
                        .toList())
                .skip(1)
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file + " is not JSON", e);
        }
    }

    private static Class<?> stepsBean(String bean) {
        return STEPS.get(bean);
    }

    private static Map<String, Class<?>> steps() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessSteps.class));
        return scanner.findCandidateComponents("fr.forment").stream()
                .map(BeanDefinition::getBeanClassName)
                .collect(Collectors.toMap(
                        name -> Introspector.decapitalize(ClassUtils.getShortName(name)),
                        name -> ClassUtils.resolveClassName(name, null)));
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static Stream<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(ending))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
