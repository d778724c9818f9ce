package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.access.AccountService;
import fr.forment.engine.TimeMachine;
import fr.forment.family.ParentsResults;
import fr.forment.family.ParentsService;
import fr.forment.people.Agent;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Passwords, links and votes tried one after the other, by a stranger who changes names, spellings and places. */
@HouseTest
@Tag("attack")
class GuessingTest {

    private static final String RIGHT = "Bienvenue-a-tous-2026";
    private static final String WAIT = "/login?patience";

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    AccountService accounts;

    @Autowired
    ParentsService parents;

    @Autowired
    ParentsResults results;

    @Autowired
    Clock clock;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    private TestGround.Circo circo;
    private Agent claire;

    @BeforeEach
    void peopleWithPasswords() {
        circo = ground.circonscription(10);
        claire = circo.teachers().get(0);
        // Hundreds of tries: they need not cost what a password must cost.
        jdbc.sql("UPDATE account SET password_hash = :hash, version = version + 1 WHERE agent_id IN (:people)")
                .param("hash", "{noop}" + RIGHT)
                .param(
                        "people",
                        Stream.concat(circo.teachers().stream(), circo.directors().stream())
                                .map(Agent::id)
                                .toList())
                .update();
    }

    private MockHttpServletResponse from(String place, MockHttpServletRequestBuilder request, Cookie... cookies)
            throws Exception {
        request.with(csrf()).with(asked -> {
            asked.setRemoteAddr(place);
            return asked;
        });
        return web.perform(cookies.length == 0 ? request : request.cookie(cookies))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse signIn(String place, String name, String password, Cookie... device)
            throws Exception {
        return from(place, post("/login").param("username", name).param("password", password), device);
    }

    private String after(String place, String name, String password, Cookie... device) throws Exception {
        return signIn(place, name, password, device).getRedirectedUrl();
    }

    /** Each spelling opens the same account, so each counts for it. */
    @Test
    void spellingsOfOneNameAreOneName() throws Exception {
        String email = claire.email();
        List<String> spellings = List.of(
                email,
                email + "\u00a0",
                " \u202f" + email.toUpperCase(),
                email + "\u0000\t",
                "a" + claire.id(),
                "\u2003" + email,
                "A" + claire.id() + " \u00a0",
                email + " ".repeat(150));
        assertThat(after("192.0.2.1", spellings.get(7), RIGHT))
                .as("all of them open the account")
                .isEqualTo("/");
        for (int i = 0; i < 5; i++) {
            assertThat(after("192.0.2." + (10 + i), spellings.get(i), "faux")).isEqualTo("/login?erreur");
        }
        for (String spelling : spellings) {
            assertThat(after("192.0.2.20", spelling, RIGHT))
                    .as("<" + spelling + ">")
                    .startsWith(WAIT);
        }
    }

    @Test
    void theWaitGrowsAndIsTold() throws Exception {
        for (int i = 0; i < 4; i++) {
            after("192.0.2.1", claire.email(), "faux");
        }
        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            assertThat(after("192.0.2.1", claire.email(), "faux")).isEqualTo("/login?erreur");
            assertThat(after("192.0.2.1", claire.email(), RIGHT)).isEqualTo(WAIT + "=" + minutes);
            time.startAt(clock.instant().plus(Duration.ofMinutes(minutes)));
        }
        assertThat(web.perform(get("/login").param("patience", "4"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("4 minutes");
        assertThat(after("192.0.2.1", claire.email(), RIGHT))
                .as("who has waited may try")
                .isEqualTo("/");
    }

    @Test
    void nobodyIsLockedOutOfTheBrowserHeUses() throws Exception {
        Cookie mine = signIn("192.0.2.1", claire.email(), RIGHT).getCookie("FORMENT-APPAREIL");
        for (int i = 0; i < 20; i++) {
            after("198.51.100." + i, claire.email(), "faux");
        }
        assertThat(after("198.51.100.1", claire.email(), RIGHT))
                .as("a stranger waits")
                .startsWith(WAIT);
        assertThat(after("198.51.100.1", claire.email(), RIGHT, mine))
                .as("the owner does not, wherever the browser is carried")
                .isEqualTo("/");
        Agent other = circo.teachers().get(1);
        for (int i = 0; i < 6; i++) {
            after("198.51.100.77", other.email(), "faux", mine);
        }
        assertThat(after("192.0.2.9", other.email(), RIGHT, mine))
                .as("the cookie is good for its owner only")
                .startsWith(WAIT);
        for (int i = 0; i < 5; i++) {
            assertThat(after("192.0.2.1", claire.email(), "faux", mine)).isEqualTo("/login?erreur");
        }
        assertThat(after("192.0.2.1", claire.email(), RIGHT, mine))
                .as("a browser that was stolen guesses no faster")
                .startsWith(WAIT);
    }

    @Test
    void manyNamesFromOnePlaceWaitAndTheNeighboursDoNot() throws Exception {
        Cookie known = signIn("2001:db8:1:2::1", claire.email(), RIGHT).getCookie("FORMENT-APPAREIL");
        List<Agent> others = Stream.concat(circo.teachers().stream().skip(2), circo.directors().stream())
                .toList();
        for (int i = 0; i < 50; i++) {
            assertThat(after(
                            "2001:db8:1:2::" + Integer.toHexString(i),
                            others.get(i % others.size()).email(),
                            "faux"))
                    .isEqualTo("/login?erreur");
        }
        String next = circo.teachers().get(1).email();
        assertThat(after("2001:db8:1:2:ffff::9", next, RIGHT))
                .as("the same subscriber")
                .startsWith(WAIT);
        assertThat(after("2001:db8:1:2:ffff::9", claire.email(), RIGHT, known))
                .as("a known browser there")
                .isEqualTo("/");
        assertThat(after("2001:db8:1:3::1", next, RIGHT))
                .as("another subscriber")
                .isEqualTo("/");
    }

    /** A rectorat behind one address: 20 people who each get it wrong three times before they get it right. */
    @Test
    void peopleWhoMistypeDoNotShutOutTheirOffice() throws Exception {
        for (Agent person : circo.teachers()) {
            for (int i = 0; i < 3; i++) {
                assertThat(after("192.0.2.1", person.email(), "faux")).isEqualTo("/login?erreur");
            }
            assertThat(after("192.0.2.1", person.email(), RIGHT)).isEqualTo("/");
        }
    }

    @Test
    void whoIsNotTheOwnerOfASessionDoesNotGuessItsPassword() throws Exception {
        String login = accounts.ofAgent(claire.id()).orElseThrow().login();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            told.add(String.valueOf(web.perform(post("/moi/mot-de-passe")
                            .with(csrf())
                            .with(user(login))
                            .param("actuel", i == 5 ? RIGHT : "faux")
                            .param("nouveau", "Une rose en 2026")
                            .param("encore", "Une rose en 2026"))
                    .andReturn()
                    .getFlashMap()
                    .get("problem")));
        }
        assertThat(told.subList(0, 5)).allMatch("Le mot de passe actuel n'est pas le bon."::equals);
        assertThat(told.get(5)).contains("patientez une minute");
    }

    @Test
    void linksAreNotGuessedOneAfterTheOther() throws Exception {
        String families = parents.tokenOf(circo.schools().get(0));
        for (String door : List.of("/acces/lien/", "/evaluation/", "/parents/")) {
            String place = "203.0.113." + door.length();
            List<Integer> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(from(place, get(URI.create(door + "invente-" + i))).getStatus());
            }
            assertThat(answers.get(39)).as(door + answers).isEqualTo(429);
            assertThat(from(place, get("/parents/" + families)).getStatus())
                    .as("a real link opens")
                    .isEqualTo(200);
        }
    }

    @Test
    void oneVisitorIsNotAllFamilies() throws Exception {
        String token = parents.tokenOf(circo.schools().get(0));
        for (int i = 0; i < 60; i++) {
            from(
                    "203.0.113.1",
                    post("/parents/" + token).param("couldConnect", "NON").param("findsInformation", "NON"));
        }
        var last = from(
                "203.0.113.1",
                post("/parents/" + token)
                        .param("couldConnect", "NON")
                        .param("findsInformation", "OUI")
                        .param("needs", "Un mode d'emploi"));
        assertThat(last.getStatus()).isEqualTo(429);
        assertThat(last.getContentAsString()).contains("une minute", "Un mode d&#39;emploi", "value=\"OUI\" checked");
        assertThat(results.of(circo.schools().get(0)).answers()).isLessThanOrEqualTo(40);
        assertThat(from(
                                "203.0.113.2",
                                post("/parents/" + token)
                                        .param("couldConnect", "OUI")
                                        .param("findsInformation", "OUI"))
                        .getContentAsString())
                .as("the neighbours vote")
                .contains("Merci");
    }

    @Test
    void hugeNamesLeaveNothingBehind() throws Exception {
        long before = rows();
        String huge = "n".repeat(500_000);
        for (int i = 0; i < 8; i++) {
            assertThat(after("192.0.2.1", huge + i, "faux")).startsWith(i < 5 ? "/login?erreur" : WAIT);
        }
        assertThat(rows() - before)
                .as("cut before it is counted: one name, one place")
                .isLessThanOrEqualTo(2);
    }

    private long rows() {
        return jdbc.sql("SELECT COUNT(*) FROM attempt").query(Long.class).single();
    }
}
