package fr.forment.attack;

import static fr.forment.attack.EngineClient.REST;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.FormentApplication;
import fr.forment.attack.EngineClient.Answer;
import fr.forment.campaign.Needs;
import fr.forment.engine.HostileModels;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.OwnEngine;
import fr.forment.project.Projects;
import fr.forment.survey.Survey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * The engine's own REST, spoken to directly by people who are signed in, on a real server. The context is the one of
 * the browser journeys.
 */
@Tag("attack")
@ExtendWith({OutputCaptureExtension.class, OwnEngine.class})
@SpringBootTest(
        classes = FormentApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:forment-browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("demo")
class EngineAttackIT {

    private static final String PASSWORD = "Bienvenue-a-tous-2026";
    private static final String STEP = "${departureSteps.who('1')}";
    private static final Pattern STACK = Pattern.compile("\\n\\s+at [\\w.$]+\\(");

    @LocalServerPort
    int port;

    private EngineClient ien;
    private EngineClient operator;

    @Autowired
    Projects projects;

    @Autowired
    Needs needs;

    @Autowired
    OpenTasks tasks;

    private String filter;

    @BeforeEach
    void signIn() throws Exception {
        ien = EngineClient.signedIn(port, "ien.redon", PASSWORD);
        operator = EngineClient.signedIn(port, "admin", PASSWORD);
        var id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"")
                .matcher(ien.get(REST + "filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task")
                        .body());
        assertThat(id.find()).isTrue();
        filter = id.group(1);
    }

    @Test
    void noBodyBringsAnExpressionWhereverItHides(CapturedOutput log) throws Exception {
        var soft = new SoftAssertions();
        for (String body : hostileBodies()) {
            soft.assertThat(refusal(ien.post(REST + "filter/" + filter + "/list?firstResult=0&maxResults=15", body)))
                    .as(body)
                    .isTrue();
            for (String path : List.of(
                    "task?maxResults=1",
                    "task/count",
                    "history/task?maxResults=1",
                    "filter/" + filter + "/list",
                    "filter/create",
                    "process-instance?maxResults=1",
                    "batch",
                    "process-instance/delete",
                    "process-instance/variables-async",
                    "message",
                    "modification/execute",
                    "decision-definition/key/reminderPolicy/evaluate")) {
                soft.assertThat(refusal(operator.post(REST + path, body)))
                        .as(path + " " + body)
                        .isTrue();
            }
        }
        soft.assertThat(STACK.matcher(log.getOut()).find())
                .as("a stack in the log")
                .isFalse();
        soft.assertAll();
    }

    @Test
    void whatCannotBeReadAsPlainJsonReachesNoResource(CapturedOutput log) throws Exception {
        String query = "{\"orQueries\":[{\"assigneeExpression\":\"" + STEP + "\"}]}";
        var soft = new SoftAssertions();
        String path = REST + "filter/" + filter + "/list?firstResult=0&maxResults=15";
        for (EngineClient who : List.of(ien, operator)) {
            for (Charset charset :
                    List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("UTF-32"))) {
                soft.assertThat(refusal(
                                who.send("POST", path, "application/json;charset=" + charset, query.getBytes(charset))))
                        .as(charset.name())
                        .isTrue();
                soft.assertThat(refusal(who.send("POST", path, "application/json", query.getBytes(charset))))
                        .as(charset.name())
                        .isTrue();
            }
            for (String type : new String[] {
                null,
                "text/json",
                "application/yaml",
                "text/yaml",
                "application/hal+json",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "nonsense",
                "application/json;charset=nonsense",
                "application/*",
                "*/*",
                "text/plain"
            }) {
                soft.assertThat(refusal(who.send("POST", path, type, query.getBytes(StandardCharsets.UTF_8))))
                        .as(type)
                        .isTrue();
            }
            for (String encoding : List.of("gzip", "deflate", "br", "identity, gzip")) {
                soft.assertThat(refusal(
                                who.send("POST", path, "application/json", gzip(query), "Content-Encoding", encoding)))
                        .as(encoding)
                        .isTrue();
            }
            for (String broken : List.of(
                    "{",
                    "[",
                    "{]",
                    "\"",
                    "{\"a\":1,\"a\":2}",
                    "{} {}",
                    "{}x",
                    "nul",
                    "{\"a\":NaN}",
                    "{'a':1}",
                    "\u0000",
                    "[".repeat(5000),
                    "{\"a\":".repeat(5000),
                    "/**/{}")) {
                soft.assertThat(refusal(who.post(path, broken)))
                        .as(broken.substring(0, Math.min(20, broken.length())))
                        .isTrue();
            }
            soft.assertThat(refusal(who.send(
                            "POST", path, "application/json", ("\uFEFF" + query).getBytes(StandardCharsets.UTF_8))))
                    .as("BOM")
                    .isTrue();
        }
        soft.assertThat(STACK.matcher(log.getOut()).find())
                .as("a stack in the log")
                .isFalse();
        soft.assertAll();
    }

    @Test
    void noValueOfAFormBreaksTheEngine(CapturedOutput log) throws Exception {
        String list = REST + "filter/" + filter + "/list?firstResult=0&maxResults=15";
        Survey survey = projects.all().stream()
                .flatMap(project -> needs.ofProject(project.id()).stream())
                .flatMap(campaign -> needs.surveys(campaign.id()).stream())
                .filter(each -> !each.isAnswered())
                .min(Comparator.comparing(Survey::id))
                .orElseThrow();
        EngineClient director =
                EngineClient.signedIn(port, "dir." + survey.schoolUai().toLowerCase(), PASSWORD);
        String task = tasks.in("needsSurvey", survey.id()).get(0).id();
        String form = REST + "task/" + task + "/submit-form";
        var soft = new SoftAssertions();
        for (String value : List.of(
                "{\"value\":\"{x\",\"type\":\"Json\"}",
                "{\"value\":\"{\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"no.Such\",\"serializationDataFormat\":\"application/json\"}}",
                "{\"value\":\"x\",\"type\":\"String\",\"valueInfo\":{\"serializationDataFormat\":\"y\"}}",
                "{\"value\":\"eA==\",\"type\":\"File\"}",
                "{\"value\":123456789012345678901}",
                "{\"value\":1e999}",
                "{\"value\":\"" + "x".repeat(5000) + "\"}",
                "{\"value\":{\"a\":1}}",
                "3")) {
            soft.assertThat(refusal(director.post(form, "{\"variables\":{\"decision\":" + value + "}}")))
                    .as(value.substring(0, Math.min(60, value.length())))
                    .isTrue();
        }
        soft.assertThat(refusal(director.post(form, "{\"variables\":{\"needsSurveySteps\":{\"value\":1}}}")))
                .isTrue();
        for (String path : List.of(form, list, REST + "task/" + task + "/claim")) {
            soft.assertThat(refusal(director.post(path, "null"))).as(path).isTrue();
        }
        soft.assertThat(
                        refusal(
                                ien.post(
                                        list,
                                        "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"x\",\"type\":\"Object\"}}]}")))
                .as("sorted by an object")
                .isTrue();
        soft.assertThat(ien.post(
                                list,
                                "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"x\",\"type\":\"String\"}}]}")
                        .status())
                .as("by a text")
                .isEqualTo(200);
        soft.assertThat(STACK.matcher(log.getOut()).find())
                .as("a stack in the log")
                .isFalse();
        soft.assertAll();
    }

    /** In a question whatever is compared is one value, and a page is counted in numbers. */
    @Test
    void noQuestionBreaksTheEngine(CapturedOutput log) throws Exception {
        var soft = new SoftAssertions();
        String list = REST + "filter/" + filter + "/list?firstResult=0&maxResults=15";
        for (String value : List.of("{\"a\":1}", "[1]", "[]", "{}", "123456789012345678901", "1e999")) {
            for (String kind : List.of("taskVariables", "processVariables", "caseInstanceVariables")) {
                String query = "{\"" + kind + "\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":" + value + "}]}";
                for (String body : List.of(query, "{\"orQueries\":[" + query + "]}")) {
                    soft.assertThat(refusal(ien.post(list, body))).as(body).isTrue();
                    soft.assertThat(refusal(operator.post(REST + "task?maxResults=5", body)))
                            .as("operator " + body)
                            .isTrue();
                }
            }
            soft.assertThat(refusal(operator.post(
                            REST + "process-instance?maxResults=5",
                            "{\"variables\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":" + value + "}]}")))
                    .as("cases by " + value)
                    .isTrue();
        }
        for (String odd : List.of(
                "{\"nameLike\":{\"a\":1}}",
                "{\"priority\":\"x\"}",
                "{\"taskVariables\":{}}",
                "{\"taskVariables\":[{\"name\":[1],\"operator\":\"eq\",\"value\":1}]}",
                "{\"taskVariables\":[{\"name\":\"x\",\"operator\":\"no\",\"value\":1}]}",
                "{\"taskVariables\":[1]}")) {
            soft.assertThat(ien.post(list, odd).isFrench()).as(odd).isTrue();
        }
        for (String page : List.of("firstResult=x", "maxResults=", "firstResult=-1", "maxResults=99999999999")) {
            Answer answer = ien.post(REST + "filter/" + filter + "/list?" + page, "{}");
            soft.assertThat(answer.status()).as(page).isEqualTo(400);
            soft.assertThat(answer.isFrench()).as(answer.body()).isTrue();
            soft.assertThat(answer.body()).contains("nombre entier").doesNotContain("formulaire");
        }
        Answer endless = operator.get(REST + "job?noRetriesLeft=true");
        soft.assertThat(endless.status()).isEqualTo(400);
        soft.assertThat(endless.body()).contains("combien de lignes").doesNotContain("profil");
        soft.assertThat(STACK.matcher(log.getOut()).find())
                .as("a stack in the log")
                .isFalse();
        soft.assertThat(log.getOut().lines().filter(line -> line.contains(" ERROR ")))
                .as("a defect in the log")
                .isEmpty();
        soft.assertAll();
    }

    @Test
    void noParameterBringsAnExpression() throws Exception {
        var soft = new SoftAssertions();
        String value = "=%24%7BdepartureSteps.who(%271%27)%7D";
        for (String name : List.of(
                "assigneeExpression",
                "candidateGroupExpression",
                "ASSIGNEEEXPRESSION",
                "%61ssigneeExpressio%6e",
                "assignee%45xpression",
                "x=1&ownerExpression",
                "maxResults=1&dueAfterExpression",
                "orQueries%5B0%5D.assigneeExpression")) {
            for (String path : List.of(
                    "task", "task/count", "task/report", "history/task", "process-instance", "user", "filter")) {
                soft.assertThat(refusal(operator.get(REST + path + "?" + name + value)))
                        .as(path + " " + name)
                        .isTrue();
                soft.assertThat(refusal(ien.get(REST + path + "?" + name + value)))
                        .as(path + " " + name)
                        .isTrue();
            }
        }
        soft.assertAll();
    }

    @Test
    void onlyTheApplicationWritesFilters() throws Exception {
        String created =
                "{\"resourceType\":\"Task\",\"name\":\"À moi\",\"query\":{\"assignee\":\"x\"},\"properties\":{}}";
        for (EngineClient who : List.of(ien, operator)) {
            for (Answer answer : List.of(
                    who.post(REST + "filter/create", created),
                    who.send(
                            "PUT",
                            REST + "filter/" + filter,
                            "application/json",
                            created.getBytes(StandardCharsets.UTF_8)),
                    who.send("DELETE", REST + "filter/" + filter, null, new byte[0]))) {
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.isFrench()).as(answer.body()).isTrue();
            }
        }
    }

    @Test
    void theOperatorDeploysNoModelThatBringsCode(CapturedOutput log) throws Exception {
        var soft = new SoftAssertions();
        String before = operator.get(REST + "deployment/count").body();
        for (var model : HostileModels.all().entrySet()) {
            Answer answer = operator.deploy(model.getKey(), model.getValue());
            soft.assertThat(answer.status()).as(model.getKey()).isEqualTo(400);
            soft.assertThat(answer.isFrench()
                            && answer.body().contains("« " + model.getKey() + " »")
                            && answer.body().contains("que FormENT n'accepte pas"))
                    .as(answer.body())
                    .isTrue();
            soft.assertThat(ien.deploy(model.getKey(), model.getValue()).status())
                    .as(model.getKey())
                    .isEqualTo(403);
        }
        assertThat(operator.get(REST + "deployment/count").body()).isEqualTo(before);
        soft.assertThat(STACK.matcher(log.getOut()).find())
                .as("a stack in the log")
                .isFalse();
        soft.assertAll();
    }

    @Test
    void whatTasklistNeedsStillWorks() throws Exception {
        String list = REST + "filter/" + filter + "/list?firstResult=0&maxResults=15";
        Answer sorted = ien.post(list, "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}");
        assertThat(sorted.status()).as(sorted.body()).isEqualTo(200);
        Answer searched = ien.post(
                list,
                "{\"sorting\":[],\"orQueries\":[{\"nameLike\":\"%plan%\",\"processVariables\":[{\"name\":\"projectTitle\",\"operator\":\"like\",\"value\":\"%${x}%\"}]}]}");
        assertThat(searched.status()).as(searched.body()).isEqualTo(200);
        assertThat(ien.get("/camunda/api/engine/engine/").status()).isEqualTo(200);
        assertThat(ien.get("/camunda/api/admin/auth/user/default").body()).contains("ien.redon");
        assertThat(ien.get("/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js?bust=7.24.0")
                        .status())
                .isEqualTo(200);
        assertThat(ien.get("/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.css?bust=7.24.0")
                        .status())
                .isEqualTo(200);
        assertThat(ien.get(REST + "user/ien.redon/profile").status()).isEqualTo(200);
        assertThat(ien.get(
                                REST
                                        + "process-definition?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true&firstResult=0&maxResults=15")
                        .status())
                .isEqualTo(200);
        assertThat(ien.send("OPTIONS", REST + "filter", null, new byte[0]).status())
                .isEqualTo(200);
        assertThat(operator.get(REST + "job/count").status()).isEqualTo(200);
        assertThat(operator.post(REST + "history/process-instance/count", "{}").status())
                .isEqualTo(200);
        assertThat(operator.get(
                                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics?firstResult=0&maxResults=5")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void oddAddressesAreRefusedWithoutAStack(CapturedOutput log) throws Exception {
        var soft = new SoftAssertions();
        Random chance = Attack.chance("addresses");
        List<String> odd = new ArrayList<>(List.of(
                "//camunda/api/engine/engine/default/task",
                "/camunda/api//engine/engine",
                "/camunda//api/engine/engine",
                "/camunda/api/engine//engine/default/task",
                "/camunda/api/engine/engine;x=1/default/task",
                "/camunda/api/engine/engine%2fdefault/task",
                "/camunda/%2e%2e/camunda/api/engine",
                "/./camunda/api/engine",
                "/camunda/../camunda/api/engine/engine",
                "/camunda/%61pi/engine/engine/default/task",
                "/%63amunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/task./",
                "/camunda/api/engine/engine/default/task..",
                "/CAMUNDA/API/engine/engine/default/task",
                "/camunda/API/engine/engine/default/task",
                "/camunda/api/ENGINE/engine/default/task",
                "/camunda/api/engine/engine/default/%00",
                "/camunda/api/engine/engine/default/task%0a",
                "/camunda/api/engine/engine/default/%C3%A9",
                "/camunda/api/engine/engine/nope/task",
                "/camunda/api/",
                "/camunda/api",
                "/camunda/api/engine",
                "/camunda/api/xyz",
                "/camunda/api/engine/engine/default/task%25",
                "/camunda\\api\\engine",
                "/camunda/api/engine/engine/default/task/%5c",
                "//camunda/app/tasklist/default/",
                "/camunda/app//tasklist/default/",
                "/camunda/app/tasklist/default/..;/x",
                "/camunda/app/tasklist/nope/",
                "/camunda/%61pp/tasklist/default/",
                "/camunda/api/admin//auth",
                "/camunda/api/cockpit//plugin",
                "/camunda/api/engine/engine/default/task?a=%",
                "/camunda/api/engine/engine/default/task?%zz=1",
                "/camunda/api/engine/engine/default/filter?x=%C3%28",
                // what a path parameter carries is decoded later than the address itself
                "/camund;a=ba%//E9/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/task;a=%",
                "/camunda/api/engine/engine/default/task;%zz=1",
                "/camunda/api/engine/engine/default/task;a=%4",
                "/camunda;a=%E9/api/engine/engine",
                // the servlet's own part of the address, found without its parameters, cut by its length with them
                "/camunda/api/engine;a=b/engine/default/task",
                "/camunda/api;a=b/engine/engine/default/task",
                "/camunda/api/admin;a=b/auth/user/default",
                "/camunda;a=b/app/tasklist/default/",
                "/;%/camunda/api/engine/engine",
                "/mes-formations;a=%",
                "/connexion;a=%zz",
                "/css/forment.css;v=%",
                "/;a=%"));
        for (int i = 0; i < Attack.rounds(20, 2000); i++) {
            var path = new StringBuilder("/camunda/api/engine/engine/default/task");
            for (int n = chance.nextInt(3) + 1; n > 0; n--) {
                String[] shapes = {
                    "/", "//", ";a=b", "%2f", "%2e", "..", ".", "%5c", "%00", "%25", "%3b", "%61", "A", "é", "%E9", "~"
                };
                path.insert(chance.nextInt(path.length()) + 1, shapes[chance.nextInt(shapes.length)]);
            }
            odd.add(path.toString());
        }
        for (String target : odd) {
            String answer = ien.raw("GET", target);
            soft.assertThat(answer).as(target).startsWith("HTTP/1.1 4");
        }
        for (String method : List.of("HEAD", "TRACE", "PATCH", "PROPFIND", "FOO", "DELETE", "PUT")) {
            soft.assertThat(ien.raw(method, REST + "task")).as(method).startsWith("HTTP/1.1 4");
        }
        soft.assertThat(STACK.matcher(log.getOut()).find())
                .as("a stack in the log")
                .isFalse();
        soft.assertAll();
    }

    /** What comes in a header is read as late as a path parameter, by the page that tells an error too. */
    @Test
    void oddHeadersBreakNothing(CapturedOutput log) throws Exception {
        var soft = new SoftAssertions();
        List<String> headers = List.of(
                "Accept: %",
                "Accept: application/json",
                "Accept: text/html;q=zz",
                "Accept: ;;;",
                "Accept-Language: %%;q=x",
                "Accept-Charset: nope",
                "Content-Type: /",
                "Content-Type: text/plain;charset=nope",
                "Content-Type: multipart/form-data",
                "Range: bytes=zz-",
                "Range: bytes=5-1",
                "If-Modified-Since: demain",
                "If-None-Match: \"",
                "Cookie: a=%; b=\u0007",
                "Origin: %",
                "Referer: %",
                "X-Forwarded-For: %",
                "Forwarded: for=%",
                "X-HTTP-Method-Override: DELETE",
                "Expect: nothing");
        for (String target : List.of("/", "/nope", "/css/forment.css", "/mes-formations", REST + "task", "/;a=%")) {
            for (String header : headers) {
                soft.assertThat(ien.raw("GET", target, header))
                        .as(target + " " + header)
                        .matches("(?s)HTTP/1.1 [234].*");
            }
        }
        soft.assertThat(STACK.matcher(log.getOut()).find())
                .as("a stack in the log")
                .isFalse();
        soft.assertAll();
    }

    private static boolean refusal(Answer answer) {
        return (answer.status() == 400 || answer.status() == 403 || answer.status() == 415) && answer.isFrench();
    }

    /** Each carries the same step, every time hidden elsewhere. */
    private static List<String> hostileBodies() {
        String query = "{\"assigneeExpression\":\"" + STEP + "\"}";
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("plain", query);
        bodies.put("or", "{\"orQueries\":[" + query + "]}");
        bodies.put("or in or", "{\"orQueries\":[{\"name\":\"x\"},{\"orQueries\":[" + query + "]}]}");
        bodies.put("filter", "{\"query\":{\"orQueries\":[" + query + "]}}");
        bodies.put("list", "[" + query + "]");
        bodies.put(
                "batch",
                "{\"processInstanceQuery\":{\"orQueries\":[" + query + "]},\"historicProcessInstanceQuery\":" + query
                        + "}");
        bodies.put("escaped", "{\"orQueries\":[{\"assignee\\u0045xpression\":\"\\u0024{departureSteps.who('1')}\"}]}");
        bodies.put(
                "all escaped",
                "{\"\\u006frQueries\":[{\"owner\\u0045\\u0078pression\":\"#{departureSteps.who('1')}\"}]}");
        bodies.put("case", "{\"orQueries\":[{\"ASSIGNEEEXPRESSION\":\"x\"}]}");
        bodies.put("twice", "{\"orQueries\":[],\"orQueries\":[" + query + "]}");
        bodies.put("function", "{\"orQueries\":[{\"candidateGroupsExpression\":\"${currentUserGroups()}\"}]}");
        bodies.put("date", "{\"orQueries\":[{\"dueAfterExpression\":\"${now()}\"}]}");
        return List.copyOf(bodies.values());
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
