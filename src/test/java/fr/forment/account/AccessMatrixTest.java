package fr.forment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.access.AccountService;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Each page and action on keys, for each role: what it answers. Columns are people of the circonscription and beyond.
 */
@HouseTest
public class AccessMatrixTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    @Autowired
    private MockMvc web;

    @Autowired
    private TestGround ground;

    @Autowired
    private AccountService accounts;

    private TestGround.Circo here;
    private TestGround.Circo elsewhere;
    private final Map<String, Account> people = new LinkedHashMap<>();

    @BeforeEach
    void everybody() {
        here = ground.circonscription(1);
        elsewhere = ground.circonscription(1);
        Map<String, Agent> agents = new LinkedHashMap<>();
        agents.put("teacher", here.teachers().get(0));
        agents.put("director", here.directors().get(0));
        agents.put("dsi", here.dsi());
        agents.put("supplier", here.supplier());
        agents.put("secretary", here.secretary());
        agents.put("erun", here.erun());
        agents.put("cpc", here.cpc());
        agents.put("ien", here.ien());
        agents.put("farIen", elsewhere.ien());
        agents.put(
                "numerique",
                ground.agent(NewAgent.inDepartement(
                        "Numérique" + here.uai(),
                        "Noé",
                        here.uai() + "@exemple.invalid",
                        AgentFunction.IEN_NUMERIQUE,
                        "035")));
        agents.forEach(
                (name, agent) -> people.put(name, accounts.ofAgent(agent.id()).orElseThrow()));
        people.put("admin", accounts.withLogin("admin").orElseThrow());
    }

    private int answer(Account who, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(csrf())
                        .with(user(who.login()).authorities(AuthorityUtils.createAuthorityList(who.authorities()))))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private void expect(String what, String codes, Supplier<MockHttpServletRequestBuilder> request) throws Exception {
        Map<String, Integer> expected = new LinkedHashMap<>();
        Map<String, Integer> answers = new LinkedHashMap<>();
        Iterator<String> code = List.of(codes.split(" ")).iterator();
        for (var person : people.entrySet()) {
            expected.put(person.getKey(), Integer.valueOf(code.next()));
            answers.put(person.getKey(), answer(person.getValue(), request.get()));
        }
        assertThat(answers).as(what).containsExactlyEntriesOf(expected);
    }

    private static String of(Agent agent, String rest) {
        return "/personnels/" + agent.id() + "/acces" + rest;
    }

    // columns: teacher, director, dsi, supplier, secretary, erun, cpc, ien, farIen, numerique, admin

    @Test
    void pages() throws Exception {
        expect("list", "403 403 403 403 200 200 403 200 200 200 200", () -> get("/personnels/acces"));
        expect(
                "keys of a teacher",
                "403 403 403 403 200 200 403 200 404 200 200",
                () -> get(of(here.teachers().get(1), "")));
        expect(
                "keys of nobody",
                "403 403 403 403 404 404 403 404 404 404 404",
                () -> get("/personnels/999999999/acces"));
        expect("delegation", "403 403 403 403 403 403 403 200 200 200 200", () -> get("/moi/delegation"));
        expect("own password", "200 200 200 200 200 200 200 200 200 200 200", () -> get("/moi/mot-de-passe"));
    }

    @Test
    void opening() throws Exception {
        expect("preview", "403 403 403 403 200 200 403 200 404 200 200", () -> post("/personnels/acces/apercu")
                .param("circonscription", here.uai())
                .param("tous", "true"));
        expect("send", "403 403 403 403 404 404 403 404 404 302 302", () -> post("/personnels/acces/liens")
                .param("circonscription", here.uai())
                .param("personne", String.valueOf(elsewhere.teachers().get(0).id())));
        expect("password of the E-RUN", "404 404 404 404 403 403 403 200 404 200 200", () -> post(of(here.erun(), "")));
        expect("password of the IEN", "404 404 404 404 403 403 403 403 404 200 200", () -> post(of(here.ien(), "")));
        expect(
                "link to the director, once a day",
                "404 403 404 404 302 409 403 409 404 409 409",
                () -> post(of(here.directors().get(0), "/lien")));
    }

    @Test
    void roles() throws Exception {
        Agent teacher = here.teachers().get(1);
        String school = here.schools().get(0);
        expect(
                "a school to direct",
                "404 403 404 404 302 409 403 409 404 409 409",
                () -> role(teacher, "DIRECTEUR", school, ""));
        expect(
                "take it away",
                "404 403 404 404 302 409 403 409 404 409 409",
                () -> role(teacher, "DIRECTEUR", school, "/retrait"));
        expect(
                "E-RUN here",
                "404 404 404 404 403 403 403 302 404 409 409",
                () -> role(teacher, "ERUN", here.uai(), ""));
        expect(
                "E-RUN elsewhere",
                "404 404 404 404 404 404 404 404 404 302 409",
                () -> role(teacher, "ERUN", elsewhere.uai(), ""));
        expect(
                "IEN elsewhere",
                "404 404 404 404 404 404 404 404 404 302 409",
                () -> role(here.ien(), "IEN", elsewhere.uai(), ""));
        expect(
                "administration",
                "404 403 404 404 403 403 403 403 404 403 302",
                () -> role(teacher, "ADMIN", Role.EVERYWHERE, ""));
        assertThat(answer(people.get("admin"), get(of(teacher, ""))))
                .as("the page with roles given by hand")
                .isEqualTo(200);
    }

    private static MockHttpServletRequestBuilder role(Agent agent, String role, String place, String rest) {
        return post(of(agent, "/roles" + rest))
                .param("role", role)
                .param("lieu", place)
                .param("motif", "Remplacement");
    }

    @Test
    void delegates() throws Exception {
        expect("name", "404 404 403 403 403 403 403 302 404 302 302", () -> post("/moi/delegation")
                .param("circonscription", here.uai())
                .param("absent", String.valueOf(here.ien().id()))
                .param("delegue", String.valueOf(here.cpc().id()))
                .param("debut", DAY.toString())
                .param("fin", DAY.toString())
                .param("motif", "Stage"));
        assertThat(answer(people.get("ien"), get("/moi/delegation")))
                .as("the page with a delegation on it")
                .isEqualTo(200);
        for (String rest : new String[] {"/fin", "/prolongation"}) {
            expect(
                    "nobody's " + rest,
                    "404 404 404 404 404 404 404 404 404 404 404",
                    () -> post("/moi/delegation/999999999" + rest));
        }
    }

    @Test
    void nobodyGivesHimselfAnything() throws Exception {
        for (String name : new String[] {"secretary", "erun", "ien", "numerique"}) {
            Account account = people.get(name);
            String keys = "/personnels/" + account.agentId() + "/acces";
            assertThat(answer(
                            account,
                            post(keys + "/roles")
                                    .param("role", "DIRECTEUR")
                                    .param("lieu", here.schools().get(0))
                                    .param("motif", "Moi")))
                    .as(name)
                    .isEqualTo(403);
            assertThat(answer(account, post(keys))).as(name).isEqualTo(403);
        }
    }
}
