package fr.forment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.engine.TimeMachine;
import fr.forment.people.Agent;
import fr.forment.people.StaffService;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The first access, and the forgotten password, by a one-use link. */
@HouseTest
class FirstAccessTest {

    private static final String GOOD = "Un lilas en 2026";

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    AccessLinkService links;

    @Autowired
    AccountService accounts;

    @Autowired
    StaffService staff;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TimeMachine time;

    private Agent claire;

    @BeforeEach
    void aTeacherWithoutPassword() {
        claire = ground.circonscription(1).teachers().get(0);
    }

    private List<String> mails() {
        return jdbc.sql(
                        "SELECT body_text FROM outbox_mail WHERE to_address = ? AND template LIKE 'access/%' ORDER BY id")
                .param(claire.email())
                .query(String.class)
                .list();
    }

    private String token() {
        String mail = mails().get(mails().size() - 1);
        return mail.substring(mail.indexOf("/acces/lien/") + 12).split("\\s")[0];
    }

    private ResultActions choose(String token, String password) throws Exception {
        return web.perform(post("/acces/lien/" + token)
                .with(csrf())
                .param("nouveau", password)
                .param("encore", password));
    }

    private boolean signsInWith(String password) {
        String hash = accounts.ofAgent(claire.id()).orElseThrow().passwordHash();
        return hash != null && encoder.matches(password, hash);
    }

    @Test
    void isLookedAtAsOftenAsOneLikesAndUsedOnce() throws Exception {
        links.sendTo(claire.id());
        String token = token();
        assertThat(token).hasSizeGreaterThanOrEqualTo(22).as("160 bits in base 64");
        assertThat(jdbc.sql("SELECT fingerprint FROM access_link")
                        .query(String.class)
                        .list())
                .as("kept as a fingerprint only")
                .doesNotContain(token);

        web.perform(get("/acces/lien/" + token)).andExpect(status().isOk());
        web.perform(get("/acces/lien/" + token)).andExpect(status().isOk());
        choose(token, "court")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("12 caractères au moins, il en compte 5")));
        choose(token, GOOD).andExpect(redirectedUrl("/login?pret"));
        assertThat(signsInWith(GOOD)).isTrue();

        choose(token, "Une rose en 2026").andExpect(status().isGone());
        web.perform(get("/acces/lien/" + token)).andExpect(status().isGone());
        assertThat(signsInWith(GOOD)).isTrue();
    }

    @Test
    void usedTooOldReplacedAndInventedLookTheSame() throws Exception {
        links.sendTo(claire.id());
        String old = token();
        time.startAt(Instant.parse("2026-09-09T08:00:00Z"));
        String late = web.perform(get("/acces/lien/" + old))
                .andExpect(status().isGone())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String invented = web.perform(
                        get("/acces/lien/" + old.replace(old.charAt(3), old.charAt(3) == 'x' ? 'y' : 'x')))
                .andExpect(status().isGone())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(withoutToken(late)).isEqualTo(withoutToken(invented));

        links.sendTo(claire.id());
        String first = token();
        accounts.giveAccess(claire.id());
        web.perform(get("/acces/lien/" + first)).andExpect(status().isGone());
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\"[^>]*", "");
    }

    @Test
    void ofTwoClicksAtOnceOneWins() throws Exception {
        links.sendTo(claire.id());
        String token = token();
        Callable<Boolean> click = () -> links.use(token, GOOD);
        try (var both = new Both()) {
            assertThat(both.run(click)).containsExactlyInAnyOrder(true, false);
        }
        assertThat(signsInWith(GOOD)).isTrue();
    }

    /** Two threads that end with the test. */
    private static class Both implements AutoCloseable {

        private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(2);

        List<Boolean> run(Callable<Boolean> click) throws Exception {
            return threads.invokeAll(List.of(click, click)).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        }

        @Override
        public void close() {
            threads.shutdown();
        }
    }

    @Test
    void aLinkServesAgainWhenThePasswordCouldNotBeKept() {
        links.sendTo(claire.id());
        String token = token();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> links.use(token, "trop-court")))
                .isInstanceOf(fr.forment.french.Refusal.class);
        assertThat(links.ownerOf(token)).as("used and set are one transaction").isPresent();
    }

    @Test
    void askingForAnAddressTellsNothingAndDoesNotFlood() throws Exception {
        for (String address : List.of(claire.email(), claire.email(), "inconnue@exemple.invalid")) {
            web.perform(post("/acces/oubli").with(csrf()).param("courriel", address))
                    .andExpect(redirectedUrl("/acces/oubli?envoye"));
        }
        await().untilAsserted(() -> assertThat(mails()).hasSize(1));
        choose(token(), GOOD).andExpect(redirectedUrl("/login?pret"));
    }

    @Test
    void oneDayOneMailAndNothingForWhoHasLeft() {
        assertThat(links.send(List.of(claire.id()))).isEqualTo(1);
        assertThat(links.send(List.of(claire.id()))).isZero();
        assertThat(links.preview(List.of(claire.id())).alreadyToday()).hasSize(1);
        String token = token();
        staff.leave(claire.id(), java.time.LocalDate.of(2026, 9, 1));
        assertThat(links.ownerOf(token)).isEmpty();
        links.forgotten(claire.email());
        assertThat(mails()).hasSize(1);
    }

    @Test
    void onePlaceThatAsksTooOftenWaits() throws Exception {
        ResultActions last = null;
        for (int i = 0; i < 31; i++) {
            last = web.perform(post("/acces/oubli")
                    .with(csrf())
                    .with(request -> {
                        request.setRemoteAddr("192.0.2.7");
                        return request;
                    })
                    .param("courriel", "quelquun" + i + "@exemple.invalid"));
        }
        last.andExpect(redirectedUrl("/acces/oubli?patience=1"));
    }
}
