package fr.forment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.account.Role;
import fr.forment.engine.Directory;
import fr.forment.people.Agent;
import fr.forment.people.StaffService;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Sessions that are running when something is decided about their owner. */
@HouseTest
class AccountFollowerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    AccountService accounts;

    @Autowired
    StaffService staff;

    @Autowired
    RoleGivingService roles;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    private TestGround.Circo here;
    private Agent cpc;
    private String password;
    private Cookie session;

    @BeforeEach
    void somebodyIsSignedIn() throws Exception {
        here = ground.circonscription(1);
        cpc = here.cpc();
        accounts.giveAccess(cpc.id());
        password = "Un tilleul en 2026";
        accounts.setPassword(login(), password); // one that nobody else knows, or a role given would void it
        session = signIn(password);
    }

    private Cookie signIn(String secret) throws Exception {
        var answer = web.perform(post("/login")
                        .with(csrf())
                        .param("username", cpc.email())
                        .param("password", secret))
                .andExpect(redirectedUrl("/"))
                .andReturn();
        return answer.getResponse().getCookie("FORMENT");
    }

    private String login() {
        return accounts.ofAgent(cpc.id()).orElseThrow().login();
    }

    @Test
    void endsEverywhereWithTheDeparture() throws Exception {
        web.perform(get("/moi").cookie(session)).andExpect(status().isOk());
        String login = login();

        staff.leave(cpc.id(), TODAY);

        web.perform(get("/camunda/api/engine/engine/default/task").cookie(session))
                .andExpect(status().isUnauthorized());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM web_session WHERE principal_name = ?")
                        .param(login)
                        .query(Integer.class)
                        .single())
                .as("on every node")
                .isZero();
        assertThat(directory.groupsOf(login)).isEmpty();
        assertThat(directory.nameOf(login)).as("the engine knows him no more").isEqualTo(login);
        assertThat(accounts.withLogin(login).orElseThrow().passwordHash())
                .as("would not even serve a return")
                .isNull();
        web.perform(post("/login").with(csrf()).param("username", cpc.email()).param("password", password))
                .andExpect(redirectedUrl("/login?erreur"));
    }

    @Test
    void endsOnOurPagesAndSaysWhy() throws Exception {
        staff.leave(cpc.id(), TODAY);
        web.perform(get("/moi").cookie(session)).andExpect(redirectedUrl("/login?fin"));
    }

    @Test
    void endsWithAPasswordGivenBySomebodyElse() throws Exception {
        accounts.giveAccess(cpc.id());
        web.perform(get("/moi").cookie(session)).andExpect(redirectedUrl("/login?fin"));
    }

    @Test
    void theOwnNewPasswordEndsTheOtherSessionsOnly() throws Exception {
        Cookie elsewhere = signIn(password);
        web.perform(post("/moi/mot-de-passe")
                        .cookie(session)
                        .with(csrf())
                        .param("actuel", password)
                        .param("nouveau", "Un lilas en 2026")
                        .param("encore", "Un lilas en 2026"))
                .andExpect(redirectedUrl("/moi"));

        web.perform(get("/moi").cookie(session)).andExpect(status().isOk());
        web.perform(get("/moi").cookie(elsewhere)).andExpect(redirectedUrl("/login?fin"));
    }

    @Test
    void aRoleGivenOrTakenIsThereAtTheNextRequest() throws Exception {
        web.perform(get("/personnels/acces").cookie(session)).andExpect(status().isForbidden());
        roles.give(login(), Role.ERUN, here.uai(), "Remplace l'E-RUN");
        web.perform(get("/personnels/acces").cookie(session)).andExpect(status().isOk());
        assertThat(directory.groupsOf(login())).contains("erun." + here.uai());

        roles.take(login(), Role.ERUN, here.uai(), "L'E-RUN est de retour");
        web.perform(get("/personnels/acces").cookie(session)).andExpect(status().isForbidden());
        assertThat(directory.groupsOf(login())).doesNotContain("erun." + here.uai());
    }
}
