package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.access.AccountService;
import fr.forment.account.Account;
import fr.forment.engine.CleanHouse;
import fr.forment.engine.TimeMachine;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** Who runs the program says who its administrator is, whatever happened to that account inside. */
@Tag("attack")
@HouseTest
class AdministratorPasswordTest {

    private static final String FIRST = "Premier-mot-2026";
    private static final String SECOND = "Second-mot-2026";
    private static final String INSIDE = "Change-dedans-2026";

    @Autowired
    AccountService accounts;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    TimeMachine time;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Value("${forment.admin-password}")
    String ofThisHouse;

    @BeforeEach
    void startedOnce() {
        time.startAt(CleanHouse.START.plus(Duration.ofDays(2))); // whoever guessed on the first day has been forgotten
        accounts.adminFromConfiguration(FIRST);
        assertThat(signsIn(FIRST)).isTrue();
    }

    @AfterEach
    void asItWas() {
        accounts.adminFromConfiguration(ofThisHouse);
    }

    @Test
    void anotherPasswordGivenAtAStartBecomesThePassword() {
        accounts.adminFromConfiguration(SECOND);
        assertThat(signsIn(SECOND)).isTrue();
        assertThat(signsIn(FIRST)).isFalse();
    }

    @Test
    void oneChangedInsideStaysUntilANewOneIsGiven() {
        accounts.changePassword("admin", FIRST, INSIDE);
        accounts.adminFromConfiguration(FIRST);
        assertThat(signsIn(INSIDE)).isTrue();
        assertThat(signsIn(FIRST)).isFalse();
        accounts.adminFromConfiguration(SECOND);
        assertThat(signsIn(SECOND)).isTrue();
        assertThat(signsIn(INSIDE)).isFalse();
    }

    @Test
    void aNewOneEndsTheSessionsAndTheSameOneDoesNot() throws Exception {
        Cookie[] session = session(FIRST);
        accounts.adminFromConfiguration(FIRST);
        assertThat(web.perform(get("/moi/mot-de-passe").cookie(session))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isNotEqualTo(302);
        accounts.adminFromConfiguration(SECOND);
        assertThat(web.perform(get("/").cookie(session))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .contains("/login");
    }

    @Test
    void aNewOneOpensWhatWasClosedAndGivesTheRoleBack() throws Exception {
        jdbc.sql("DELETE FROM account_role WHERE account_id = (SELECT id FROM account WHERE login = 'admin')")
                .update();
        jdbc.sql("UPDATE account SET enabled = FALSE, password_hash = NULL, secret = secret + 1 WHERE login = 'admin'")
                .update();
        assertThat(signsIn(FIRST)).isFalse();
        accounts.adminFromConfiguration(SECOND);
        Cookie[] session = session(SECOND);
        assertThat(web.perform(get("/courriels").cookie(session))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        assertThat(web.perform(get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count")
                                .cookie(session))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isNotEqualTo(403);
    }

    @Test
    void whatIsKeptIsNotThePassword() {
        String kept = jdbc.sql("SELECT fingerprint FROM given_password WHERE login = 'admin'")
                .query(String.class)
                .single();
        assertThat(kept).startsWith("{bcrypt}").doesNotContain(FIRST);
    }

    /** Asked without the sign-in page, which other tests may have made wait for this name. */
    private boolean signsIn(String password) {
        String hash = accounts.findForSignIn("admin")
                .filter(Account::enabled)
                .map(Account::passwordHash)
                .orElse(null);
        return hash != null && passwords.matches(password, hash);
    }

    /** None for a wrong password. */
    private Cookie[] session(String password) throws Exception {
        var result = web.perform(formLogin("/login").user("admin").password(password))
                .andReturn();
        String target = String.valueOf(result.getResponse().getRedirectedUrl());
        return target.endsWith("/") ? result.getResponse().getCookies() : null;
    }
}
