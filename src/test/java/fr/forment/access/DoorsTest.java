package fr.forment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets in where. */
@HouseTest
class DoorsTest {

    /** Everything a stranger may open. A new public page must be added here by hand. */
    private static final Set<String> PUBLIC = Set.of(
            "/login",
            "/acces/lien/{token}",
            "/acces/oubli",
            "/evaluation/{token}",
            "/parents/{token}",
            "/place/{token}",
            "/sessions/{id}/reception/{token}",
            "/agendas/{token}.ics",
            "/presence/code/{code}",
            "/verifier",
            "/verifier/{numero}",
            "/error");

    @Autowired
    MockMvc web;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    @Autowired
    TestGround ground;

    @Autowired
    ApplicationContext context;

    @Test
    void onlyTheListedPagesAreOpenToAStranger() throws Exception {
        Set<String> open = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (var mapping : pages.getHandlerMethods().keySet()) {
            for (String pattern : mapping.getPatternValues()) {
                all.add(pattern);
                String path = pattern.replaceAll("\\{[^}]+}", "1");
                int answered = web.perform(get(path)).andReturn().getResponse().getStatus();
                String sentTo = String.valueOf(
                        web.perform(get(path)).andReturn().getResponse().getRedirectedUrl());
                if (!(answered == 302 && sentTo.endsWith("/login")) && answered != 401 && answered != 403) {
                    open.add(pattern);
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(20);
        assertThat(open).isSubsetOf(PUBLIC);
    }

    @Test
    void theEnginesRestInterfaceIsNotThere() throws Exception {
        web.perform(get("/engine-rest/engine").with(user("admin").roles("ADMIN")))
                .andExpect(status().isNotFound());
    }

    @Test
    void theClockCannotBeMovedOutsideTheDemonstration() throws Exception {
        assertThat(context.getBeanNamesForAnnotation(org.springframework.context.annotation.Profile.class))
                .isEmpty();
        web.perform(get("/demonstration").with(user("admin").roles("ADMIN"))).andExpect(status().isNotFound());
        web.perform(post("/demonstration/jours")
                        .param("jours", "1")
                        .with(csrf())
                        .with(user("admin").roles("ADMIN")))
                .andExpect(status().isNotFound());
    }

    @Test
    void onlyOperatorsReachCockpitAndAllMails() throws Exception {
        for (String path :
                new String[] {"/camunda/app/cockpit/default/", "/camunda/app/admin/default/", "/courriels/1/renvoyer"
                }) {
            web.perform(get(path).with(user("ien").roles("IEN")))
                    .andExpect(result -> assertThat(result.getResponse().getStatus())
                            .as(path)
                            .isIn(403, 405));
        }
    }

    @Test
    void tasklistOpensNothingThatGivesATaskAwayOrChangesIt() throws Exception {
        String task = "/camunda/api/engine/engine/default/task/01ec3b25-eb6c-11f1-84c1-02fc00000001";
        for (MockHttpServletRequestBuilder request : List.of(
                post(task + "/identity-links"),
                post(task + "/identity-links/delete"),
                post(task + "/assignee"),
                post(task + "/delegate"),
                post(task + "/resolve"),
                put(task),
                put(task + "/variables/x"),
                delete(task),
                post("/camunda/api/engine/engine/default/task/create"),
                post("/camunda/api/engine/engine/default/message"),
                post("/camunda/api/engine/engine/default/process-instance/1/variables"))) {
            web.perform(request.with(user("dir").roles("DIRECTEUR")))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.message").value("Votre profil ne permet pas cette action."));
        }
        assertThat(web.perform(options("/camunda/api/engine/engine/default/filter")
                                .with(user("dir").roles("DIRECTEUR")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isNotEqualTo(403);
        for (String action : List.of("claim", "unclaim", "submit-form")) {
            assertThat(web.perform(post(task + "/" + action).with(user("dir").roles("DIRECTEUR")))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(action)
                    .isNotEqualTo(403);
        }
    }

    @Test
    void aPageThatStayedOpenTooLongSaysSo() throws Exception {
        var answer = web.perform(post("/moi/mot-de-passe").with(user("dir").roles("DIRECTEUR")))
                .andExpect(status().isForbidden())
                .andReturn();
        assertThat(answer.getRequest().getAttribute(NotHere.STALE_FORM)).isEqualTo(true);
        web.perform(get("/error")
                        .requestAttr("jakarta.servlet.error.status_code", 403)
                        .requestAttr(NotHere.STALE_FORM, true)
                        .accept("text/html"))
                .andExpect(content().string(containsString("était ouverte depuis trop longtemps")));
        web.perform(get("/error")
                        .requestAttr("jakarta.servlet.error.status_code", 403)
                        .requestAttr(NotHere.STALE_FORM, false)
                        .accept("text/html"))
                .andExpect(content().string(containsString("Elle concerne une autre école")));
    }

    @Test
    void aWrongPasswordIsToldInFrenchAndTheSixthTryWaits() throws Exception {
        for (int i = 0; i < 5; i++) {
            web.perform(post("/login").with(csrf()).param("username", "admin").param("password", "faux"))
                    .andExpect(redirectedUrl("/login?erreur"));
        }
        web.perform(post("/login").with(csrf()).param("username", "admin").param("password", "Essai-maison-2026"))
                .andExpect(redirectedUrl("/login?patience=1"));
        web.perform(post("/login").with(csrf()).param("username", "personne").param("password", "faux"))
                .andExpect(redirectedUrl("/login?erreur"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        web.perform(post("/login").param("username", "admin").param("password", "Essai-maison-2026"))
                .andExpect(status().isForbidden());
    }
}
