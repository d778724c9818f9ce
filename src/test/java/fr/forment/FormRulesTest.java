package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form and every own page keeps to, read as files. */
class FormRulesTest {

    private static final List<String> QUESTIONS = List.of(
            "textfield", "textarea", "number", "datetime", "select", "radio", "checkbox", "checklist", "taglist");

    static List<Path> forms() throws IOException {
        return under("forms", ".form");
    }

    static List<Path> pages() throws IOException {
        return under("src/main/resources/templates", ".html");
    }

    /**
     * Otherwise whoever sends the form learns of it by a refusal. Own questions of a circonscription are never asked
     * twice.
     */
    @ParameterizedTest
    @MethodSource("forms")
    void aQuestionThatAppearsLaterSaysWhetherItMustBeAnswered(Path form) throws IOException {
        for (JsonNode question : questions(new ObjectMapper().readTree(form.toFile()), new ArrayList<>())) {
            if (question.has("conditional") && !question.path("key").asText().startsWith("own")) {
                String told = question.path("label").asText() + " "
                        + question.path("description").asText();
                assertThat(question.at("/validate/required").asBoolean()
                                || told.contains("facultatif")
                                || told.contains("Obligatoire"))
                        .as(form + " " + question.path("key").asText())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aQuestionThatMustBeAnsweredForSomeChoicesIsMarkedWhenItMust(Path form) throws IOException {
        for (JsonNode question : questions(new ObjectMapper().readTree(form.toFile()), new ArrayList<>())) {
            if (question.path("description").asText().matches("(?s).*(Obligatoires? pour|Nécessaires? pour).*")) {
                assertThat(question.path("label").asText())
                        .as(form + " " + question.path("key").asText())
                        .startsWith("=if ")
                        .contains(" *\"");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aNumberBringsTheKeyboardOfNumbers(Path page) throws IOException {
        for (String field : Files.readString(page).split("<input\\b")) {
            String tag = field.contains(">") ? field.substring(0, field.indexOf('>')) : field;
            if (tag.contains("type=\"number\"")) {
                assertThat(tag).as(page + tag).containsPattern("inputmode=\"(numeric|decimal)\"");
            }
        }
    }

    /** Who reads by ear, or enlarges the screen, is otherwise left at the top of a page that seems to do nothing. */
    @ParameterizedTest
    @MethodSource("pages")
    void whyAFormWasRefusedIsWhereThePageOpens(Path page) throws IOException {
        for (String alert : Files.readString(page).split("<p\\b")) {
            String tag = alert.contains(">") ? alert.substring(0, alert.indexOf('>')) : alert;
            if (tag.contains("role=\"alert\"")) {
                assertThat(tag).as(page + tag).contains("tabindex=\"-1\"", "autofocus");
            }
        }
    }

    private static List<JsonNode> questions(JsonNode node, List<JsonNode> found) {
        node.path("components").forEach(each -> {
            if (QUESTIONS.contains(each.path("type").asText())) {
                found.add(each);
            }
            questions(each, found);
        });
        return found;
    }

    private static List<Path> under(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
