package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import fr.forment.HouseTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Every method of every resource of the engine's REST, asked by each role. Without parameters: what needs one is asked
 * again with it.
 */
@HouseTest
@Tag("attack")
class EngineDoorTest {

    private static final String ID = "01ec3b25-eb6c-11f1-84c1-02fc00000001";
    private static final String ENGINE = " engine/engine/{}/";

    /** What anybody who is signed in may ask. A new one is added here by hand. */
    private static final Set<String> PEOPLE = Set.of(
            "GET engine/engine",
            "GET admin/auth/user/{}",
            "POST admin/auth/user/{}/logout",
            "GET" + ENGINE + "filter",
            "GET" + ENGINE + "filter/count",
            "OPTIONS" + ENGINE + "filter",
            "POST" + ENGINE + "filter/{}/list",
            "GET" + ENGINE + "task/{}",
            "GET" + ENGINE + "task/{}/form",
            "GET" + ENGINE + "task/{}/deployed-form",
            "GET" + ENGINE + "task/{}/form-variables",
            "GET" + ENGINE + "task/{}/identity-links",
            "POST" + ENGINE + "task/{}/claim",
            "POST" + ENGINE + "task/{}/unclaim",
            "POST" + ENGINE + "task/{}/submit-form",
            "GET" + ENGINE + "authorization/check",
            "GET" + ENGINE + "process-definition/{}/xml");
    /** Who declares arrivals besides. */
    private static final Set<String> BEGINNERS = Set.of(
            "GET" + ENGINE + "process-definition/{}/startForm",
            "GET" + ENGINE + "process-definition/{}/deployed-start-form",
            "GET" + ENGINE + "process-definition/{}/form-variables",
            "POST" + ENGINE + "process-definition/{}/submit-form");
    /** Closed to the operator too; the rest of these parts of the REST is his. */
    private static final Set<String> CLOSED_TO_THE_OPERATOR = Set.of(
            "POST" + ENGINE + "filter/create",
            "PUT" + ENGINE + "filter/{}",
            "DELETE" + ENGINE + "filter/{}",
            "PUT" + ENGINE + "user/{}/credentials",
            "PUT" + ENGINE + "user/{}/profile",
            "POST" + ENGINE + "identity/verify",
            "POST admin/setup/{}/user/create",
            "POST admin/auth/user/{}/login/{}",
            "GET tasklist/plugin/tasklistPlugins/static/{}",
            "GET welcome/plugin/welcomePlugins/static/{}");

    private static final List<String> PARTS_CLOSED_TO_ALL = List.of(
            "case-definition",
            "case-instance",
            "case-execution",
            "condition",
            "signal",
            "optimize",
            "telemetry/configuration");
    private static final String COCKPITS_COUNT = "GET" + ENGINE + "case-definition/count";
    private static final List<String> ROLES = List.of(
            "ENSEIGNANT",
            "DIRECTEUR",
            "SECRETAIRE",
            "IEN",
            "FOURNISSEUR",
            "ERUN",
            "CPC",
            "CPD",
            "IEN_NUMERIQUE",
            "DSI",
            "ADMIN");

    @Autowired
    MockMvc web;

    @Test
    void eachRoleAsksExactlyWhatItNeeds() throws Exception {
        Set<String> ways = RestWays.all();
        assertThat(ways)
                .hasSizeGreaterThan(400)
                .containsAll(PEOPLE)
                .containsAll(BEGINNERS)
                .containsAll(CLOSED_TO_THE_OPERATOR);
        for (String role : ROLES) {
            Set<String> expected = new TreeSet<>(role.equals("ADMIN") ? ways : PEOPLE);
            if (role.equals("ADMIN")) {
                expected.removeAll(CLOSED_TO_THE_OPERATOR);
                expected.removeIf(way -> PARTS_CLOSED_TO_ALL.stream()
                                .anyMatch(part -> way.contains(ENGINE.strip() + part) && !way.equals(COCKPITS_COUNT))
                        || way.endsWith(ENGINE.strip()));
            } else if (role.equals("DIRECTEUR") || role.equals("ERUN")) {
                expected.addAll(BEGINNERS);
            }
            assertThat(openTo(role, ways)).as(role).isEqualTo(expected);
        }
    }

    @Test
    void aStrangerAsksNothing() throws Exception {
        for (String way : RestWays.all()) {
            assertThat(web.perform(request(HttpMethod.valueOf(way.split(" ")[0]), address(way)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(way)
                    .isEqualTo(401);
        }
    }

    @Test
    void aParameterThatTasklistDoesNotSendOpensNothing() throws Exception {
        String rest = "/camunda/api/engine/engine/default/";
        Map<String, Integer> asked = Map.of(
                rest + "history/user-operation?taskId=1&maxResults=50",
                403,
                rest + "history/user-operation/count?taskId=1",
                403,
                rest + "process-definition?latest=true&startableInTasklist=true&maxResults=15",
                404,
                rest + "process-definition?latest=true&maxResults=15",
                403,
                rest + "user/somebody/profile",
                404,
                rest + "user/admin/profile",
                403,
                "/camunda/api/engine/engine/other/filter",
                403,
                rest + "filter?owner=x",
                403,
                rest + "task?assignee=somebody&processInstanceId=1&maxResults=15",
                403);
        assertThat(web.perform(request(HttpMethod.GET, URI.create(rest + "task?assignee=admin&processInstanceId=1"))
                                .with(user("somebody").roles("IEN")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("tasks of somebody else")
                .isEqualTo(403);
        for (var each : asked.entrySet()) {
            assertThat(web.perform(request(HttpMethod.GET, URI.create(each.getKey()))
                                    .with(user("somebody").roles("DIRECTEUR")))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(each.getKey())
                    .isEqualTo(each.getValue());
        }
    }

    /** Behind the door there is no engine in this test: what is let in is not found. */
    private Set<String> openTo(String role, Set<String> ways) throws Exception {
        Set<String> open = new TreeSet<>();
        for (String way : ways) {
            MockHttpServletResponse answer = web.perform(request(HttpMethod.valueOf(way.split(" ")[0]), address(way))
                            .with(user("somebody").roles(role)))
                    .andReturn()
                    .getResponse();
            if (answer.getStatus() == 404) {
                open.add(way);
            } else {
                assertThat(answer.getStatus()).as(role + " " + way).isEqualTo(403);
                assertThat(answer.getContentAsString())
                        .as(role + " " + way)
                        .isEqualTo("{\"type\":\"FormENT\",\"message\":\"Votre profil ne permet pas cette action.\"}");
            }
        }
        return open;
    }

    private static URI address(String way) {
        String path = way.split(" ")[1]
                .replaceFirst("^engine/engine/\\{}", "engine/engine/default")
                .replaceFirst("^admin/auth/user/\\{}", "admin/auth/user/default")
                .replace("{}", ID);
        return URI.create("/camunda/api/" + (path.equals("engine/engine") ? path + "/" : path));
    }
}
