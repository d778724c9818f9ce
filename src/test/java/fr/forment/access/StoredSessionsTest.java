package fr.forment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.people.Agent;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.MockMvc;

/** What of a session is in the database, for how long, and what becomes of one that somebody else wrote there. */
@HouseTest
@Tag("attack")
class StoredSessionsTest {

    private static final String ATTRIBUTES =
            "SELECT a.attribute_name FROM web_session_attributes a JOIN web_session s ON s.primary_id = a.session_primary_id WHERE s.principal_name = ?";

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EndedSessions ended;

    private Agent cpc;
    private String login;
    private String password;

    @BeforeEach
    void somebody() {
        cpc = ground.circonscription(1).cpc();
        password = accounts.giveAccess(cpc.id());
        login = accounts.ofAgent(cpc.id()).orElseThrow().login();
    }

    private MockHttpServletResponse signIn(Cookie... cookies) throws Exception {
        var request = post("/login").with(csrf()).param("username", cpc.email()).param("password", password);
        return web.perform(cookies.length == 0 ? request : request.cookie(cookies))
                .andReturn()
                .getResponse();
    }

    private int sessions() {
        return jdbc.sql("SELECT COUNT(*) FROM web_session WHERE principal_name = ?")
                .param(login)
                .query(Integer.class)
                .single();
    }

    @Test
    void thePageAskedForIsShownAfterTheSignInOnAnyNode() throws Exception {
        Cookie wanted = web.perform(get("/catalogue?theme=2").accept("text/html"))
                .andReturn()
                .getResponse()
                .getCookie("FORMENT-PAGE");
        MockHttpServletResponse answer = signIn(wanted);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/catalogue?theme=2");
        var there = web.perform(
                        get("/catalogue?theme=2").accept("text/html").cookie(answer.getCookie("FORMENT"), wanted))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(there.getCookie("FORMENT-PAGE").getMaxAge()).as("used once").isZero();
    }

    @Test
    void aPageElsewhereIsNotShown() throws Exception {
        for (String page : List.of(
                "//evil.example/",
                "https://evil.example/",
                "/\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)")) {
            String value = java.util.Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(signIn(new Cookie("FORMENT-PAGE", value)).getRedirectedUrl())
                    .as(page)
                    .isEqualTo("/");
        }
        assertThat(signIn(new Cookie("FORMENT-PAGE", "not base64 !")).getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void aMessageForTheNextPageReachesItOnAnyNode() throws Exception {
        Cookie session = signIn().getCookie("FORMENT");
        web.perform(post("/moi/mot-de-passe")
                .cookie(session)
                .with(csrf())
                .param("actuel", password)
                .param("nouveau", "Un lilas en 2026")
                .param("encore", "Autre chose en 2026"));
        assertThat(jdbc.sql(ATTRIBUTES).param(login).query(String.class).list())
                .as("waits in the database")
                .anyMatch(name -> name.endsWith("FLASH_MAPS"));
        assertThat(web.perform(get("/moi/mot-de-passe").cookie(session))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("saisies");
        assertThat(jdbc.sql(ATTRIBUTES).param(login).query(String.class).list())
                .as("shown once")
                .noneMatch(name -> name.endsWith("FLASH_MAPS"));
    }

    @Test
    void theSignOutIsEverywhere() throws Exception {
        Cookie session = signIn().getCookie("FORMENT");
        web.perform(post("/logout").cookie(session).with(csrf())).andExpect(redirectedUrl("/login?sortie"));
        assertThat(sessions()).isZero();
        web.perform(get("/moi").cookie(session)).andExpect(redirectedUrl("/login"));
    }

    @Test
    void anIdGivenBySomebodyElseIsNotKept() throws Exception {
        Cookie foreign = new Cookie(
                "FORMENT",
                java.util.Base64.getEncoder()
                        .encodeToString(UUID.randomUUID().toString().getBytes()));
        Cookie first = signIn(foreign).getCookie("FORMENT");
        assertThat(first.getValue()).isNotEqualTo(foreign.getValue());
        Cookie second = signIn(first).getCookie("FORMENT");
        assertThat(second.getValue()).as("changes with each sign-in").isNotEqualTo(first.getValue());
        web.perform(get("/moi").cookie(first)).andExpect(redirectedUrl("/login"));
        web.perform(get("/moi").cookie(second)).andExpect(status().isOk());
    }

    @Test
    void aSessionThatCannotBeReadIsOverAndNothingInItRuns() throws Exception {
        for (byte[] bytes : List.of(
                new byte[] {1, 2, 3},
                new byte[0],
                written(new HashMap<>(Map.of(new URL("http://127.0.0.1:1/"), "a look-up when it is read"))),
                written(new javax.management.BadAttributeValueExpException("toString of whatever it holds")),
                written(new java.io.File("/etc/passwd")))) {
            Cookie session = signIn().getCookie("FORMENT");
            jdbc.sql(
                            "UPDATE web_session_attributes SET attribute_bytes = ? WHERE session_primary_id IN (SELECT primary_id FROM web_session WHERE principal_name = ?)")
                    .params(bytes, login)
                    .update();
            web.perform(get("/moi").cookie(session)).andExpect(redirectedUrl("/login"));
            assertThat(sessions()).as("gone").isZero();
        }
        Cookie session = signIn().getCookie("FORMENT");
        jdbc.sql("UPDATE web_session_attributes SET attribute_bytes = ?")
                .param(new byte[] {9})
                .update();
        web.perform(get("/camunda/api/engine/engine/default/task").cookie(session))
                .andExpect(status().isUnauthorized());
    }

    private static byte[] written(Object value) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    @Test
    void aSessionWhoseClassIsOfAnotherVersionIsOver() throws Exception {
        Cookie session = signIn().getCookie("FORMENT");
        byte[] bytes = jdbc.sql(
                        "SELECT a.attribute_bytes FROM web_session_attributes a JOIN web_session s ON s.primary_id = a.session_primary_id WHERE s.principal_name = ?")
                .param(login)
                .query(byte[].class)
                .single();
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text).contains("SignedInName");
        jdbc.sql(
                        "UPDATE web_session_attributes SET attribute_bytes = ? WHERE session_primary_id IN (SELECT primary_id FROM web_session WHERE principal_name = ?)")
                .params(
                        text.replace("SignedInName", "SignedOutMan")
                                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                        login)
                .update();
        web.perform(get("/moi").cookie(session)).andExpect(redirectedUrl("/login"));
    }

    @Autowired
    JdbcIndexedSessionRepository table;

    @Test
    void whatIsOverIsSweptAway() throws Exception {
        signIn();
        jdbc.sql("UPDATE web_session SET expiry_time = 1 WHERE principal_name = ?")
                .param(login)
                .update();
        for (int i = 0; i < 501; i++) {
            jdbc.sql("INSERT INTO web_session VALUES (?, ?, 1, 1, 7200, 1, NULL)")
                    .params(UUID.randomUUID().toString(), UUID.randomUUID().toString())
                    .update();
        }
        Cookie running = signIn().getCookie("FORMENT");
        ended.sweep();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM web_session WHERE expiry_time = 1")
                        .query(Integer.class)
                        .single())
                .isZero();
        web.perform(get("/moi").cookie(running)).andExpect(status().isOk());
    }

    @Test
    void usingASessionWritesOnceAMinute() throws Exception {
        Cookie session = signIn().getCookie("FORMENT");
        long noted = lastUse();
        web.perform(get("/moi").cookie(session)).andExpect(status().isOk());
        assertThat(lastUse()).isEqualTo(noted);
        jdbc.sql("UPDATE web_session SET last_access_time = last_access_time - 61000 WHERE principal_name = ?")
                .param(login)
                .update();
        web.perform(get("/moi").cookie(session)).andExpect(status().isOk());
        assertThat(lastUse()).isGreaterThanOrEqualTo(noted);
        jdbc.sql("UPDATE web_session SET last_access_time = last_access_time - 7201000 WHERE principal_name = ?")
                .param(login)
                .update();
        web.perform(get("/moi").cookie(session)).andExpect(redirectedUrl("/login"));
    }

    private long lastUse() {
        return jdbc.sql("SELECT last_access_time FROM web_session WHERE principal_name = ?")
                .param(login)
                .query(Long.class)
                .single();
    }

    /** A request of one node ends after the sign-out on another: neither an error nor a way back. */
    @Test
    void aSessionEndedWhileARequestRunsStaysEnded() throws Exception {
        signIn();
        var sessions = SparingSessions.over(table);
        String id = table.findByIndexNameAndIndexValue(
                        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, login)
                .keySet()
                .iterator()
                .next();
        var running = sessions.findById(id);
        running.setAttribute("message", "for the next page");
        sessions.deleteById(id);
        sessions.save(running);
        assertThat(sessions()).isZero();
        assertThat((Session) sessions.findById(id)).isNull();
    }

    @Test
    void twoRequestsMayBringTheSameThingAtOnce() throws Exception {
        signIn();
        var sessions = SparingSessions.over(table);
        String id = table.findByIndexNameAndIndexValue(
                        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, login)
                .keySet()
                .iterator()
                .next();
        var one = sessions.findById(id);
        var other = sessions.findById(id);
        one.setAttribute("message", "first");
        other.setAttribute("message", "second");
        sessions.save(one);
        sessions.save(other);
        assertThat((String) sessions.findById(id).getAttribute("message")).isEqualTo("second");
    }
}
