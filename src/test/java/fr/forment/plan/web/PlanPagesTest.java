package fr.forment.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.people.Agent;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What each role sees and may do on the pages of a plan. */
@HouseTest
class PlanPagesTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    @Autowired
    private PlanningGround plans;

    @Autowired
    private TestGround ground;

    @Autowired
    private PlanService service;

    @Autowired
    private Plans read;

    @Autowired
    private ProcessDriver driver;

    private PlanningGround.Case made;
    private long plan;
    private TheCase theCase;

    @BeforeEach
    void calculate() {
        made = plans.projectWithNeeds();
        plan = service.begin(made.number()).id();
        theCase = driver.theCase("trainingPlan", plan).waitsAt("comment");
    }

    @Test
    void showsTheWholePlanToTheInspector() throws Exception {
        Document page = page(made.circo().ien(), "/plans/" + plan);

        assertThat(page.select("h1").text()).isEqualTo("Plan, version 1");
        assertThat(page.select("main").size()).isEqualTo(1);
        assertThat(page.select("#moyens ~ ul .figure").eachText()).contains("8");
        assertThat(page.select("table caption").eachText()).contains("Formation de formateurs", "Vague 1", "Vague 2");
        assertThat(page.text()).contains("École d'essai 1 (Commune-1) : 3", "3 / 3");
        assertThat(page.text())
                .contains(made.circo().teachers().get(0).fullName() + " : 4 h 30 demandées, 6 h disponibles");
        assertThat(page.select("a[href$=modifier]")).as("the IEN may edit").hasSize(1);
    }

    /** What was said of a line stands where it is mended. */
    @Test
    void whatWasSaidOfALineStandsWhereItIsMended() throws Exception {
        theCase.completes("comment", Map.of("remark", "Trop tôt pour Bruz", "about", "3", "choice", "soumettre"))
                .completes("approve", Map.of("decision", "renvoyer", "remarks", "Session 2 : pas un mercredi <b>"));
        long next = read.latest(made.number()).orElseThrow().id();

        Document third = page(made.circo().cpc(), "/plans/" + next + "/modifier/3");
        assertThat(third.select("main .notice").text()).contains("Remarque sur cette session", "Trop tôt pour Bruz");
        Document second = page(made.circo().cpc(), "/plans/" + next + "/modifier/2");
        assertThat(second.select("main .notice").text())
                .contains("Remarque sur cette session", "pas un mercredi <b>")
                .doesNotContain("Bruz");
        assertThat(page(made.circo().cpc(), "/plans/" + next + "/modifier/1").text())
                .doesNotContain("Remarque sur cette session");
    }

    @Test
    void leadsOnToTheTaskThatWaitsForTheReader() throws Exception {
        String task = theCase.taskId("comment");
        assertThat(page(made.circo().cpc(), "/plans/" + plan)
                        .select("a[href*=tasklist]")
                        .eachAttr("href"))
                .as("the mail leads here")
                .anyMatch(link -> link.endsWith(task));
        assertThat(page(made.circo().ien(), "/plans/" + plan)
                        .select("a[href*=tasklist]")
                        .eachAttr("href"))
                .as("not his")
                .noneMatch(link -> link.endsWith(task));
    }

    @Test
    void showsNoPersonsHoursToTheCollectivity() throws Exception {
        jdbc.sql(
                        "INSERT INTO plan_warning (plan_id, position, weight, line, text, of_hours) VALUES (?, 990, 'BLOQUANT', 1, 'George Sand : 2 n''ont plus assez d''heures', TRUE)")
                .param(plan)
                .update();
        for (String read : List.of("/plans/" + plan, "/plans/" + plan + "/moyens")) {
            assertThat(page(made.circo().ien(), read).text()).as(read).contains("George Sand : 2");
            assertThat(page(made.circo().dsi(), read).text()).as(read).doesNotContain("George Sand : 2");
        }
        Document page = page(made.circo().dsi(), "/plans/" + plan);

        assertThat(page.text())
                .as("in a small school a count names somebody")
                .doesNotContain(
                        "Heures des enseignants",
                        "Dépassent leurs heures",
                        made.circo().teachers().get(0).fullName());
        assertThat(page.select("a[href$=modifier]")).isEmpty();
        web.perform(as(made.circo().dsi(), get("/plans/" + plan + "/modifier"))).andExpect(status().isForbidden());
    }

    @Test
    void keepsStrangersOut() throws Exception {
        TestGround.Circo elsewhere = ground.circonscription(1);
        for (String path :
                new String[] {"/plans/" + plan, "/plans/" + plan + "/sessions.csv", "/plans/" + plan + "/modifier"}) {
            web.perform(as(elsewhere.ien(), get(path))).andExpect(status().isNotFound());
            web.perform(as(made.circo().teachers().get(0), get(path))).andExpect(status().isNotFound());
        }
        web.perform(as(
                        elsewhere.cpc(),
                        post("/plans/" + plan + "/modifier/1/supprimer").with(csrf())))
                .andExpect(status().isNotFound());
        web.perform(as(made.circo().ien(), get("/plans/999999"))).andExpect(status().isNotFound());
    }

    @Test
    void showsADirectorTheOwnSchoolOnceApproved() throws Exception {
        Agent director = made.circo().directors().get(0);
        web.perform(as(director, get("/plans/" + plan))).andExpect(status().isNotFound());
        approve();

        Document page = page(director, "/plans/" + plan);

        assertThat(page.select("h1").text()).isEqualTo("Formations prévues pour votre école");
        assertThat(page.select("table caption").eachText()).containsExactly("Vague 1");
        assertThat(page.select("tbody tr")).hasSize(3);
        assertThat(page.text()).doesNotContain("Heures des enseignants");
        web.perform(as(director, get("/projets/" + made.number() + "/plan")))
                .andExpect(redirectedUrl("/plans/" + plan));
    }

    @Test
    void editsASession() throws Exception {
        Agent cpc = made.circo().cpc();
        PlannedSession session = read.sessions(plan).stream()
                .filter(one -> one.moduleCode().equals("PEDA-1"))
                .findFirst()
                .orElseThrow();
        String path = "/plans/" + plan + "/modifier/" + session.line();
        Document form = page(cpc, path);
        assertThat(form.select("input[name=day]").val()).isEqualTo(session.day().toString());
        assertThat(form.select("select[name=place] option[selected]").val()).isEqualTo(session.place());
        assertThat(form.select("select[name=trainer] option[selected]").val())
                .isEqualTo(String.valueOf(session.trainerAgentId()));

        String refused = web.perform(as(
                        cpc,
                        post(path)
                                .with(csrf())
                                .param("vu", shown(cpc, path))
                                .param("day", "2026-12-25")
                                .param("start", "13:30")
                                .param("place", "Commune-1")
                                .param("trainer", "")
                                .param("capacity", "20")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(refused).select(".notice.bad").text()).contains("n'est pas un jour de classe");
        assertThat(Jsoup.parse(refused).select("input[name=day]").val())
                .as("what was typed is kept")
                .isEqualTo("2026-12-25");

        web.perform(as(
                        cpc,
                        post(path)
                                .with(csrf())
                                .param("vu", shown(cpc, path))
                                .param("day", "2026-12-16")
                                .param("start", "14:00")
                                .param("place", made.school(0))
                                .param("trainer", String.valueOf(cpc.id()))
                                .param("capacity", "15")))
                .andExpect(redirectedUrl("/plans/" + plan + "/modifier"));
        assertThat(page(cpc, "/plans/" + plan).text()).contains("mer. 16/12/2026, de 14 h à 17 h", "4 / 15");
    }

    @Test
    void addsAndRemovesASession() throws Exception {
        Agent erun = made.circo().erun();
        PlannedSession session = read.sessions(plan).stream()
                .filter(one -> one.moduleCode().equals("ADM-DIR"))
                .findFirst()
                .orElseThrow();
        web.perform(as(
                        erun,
                        post("/plans/" + plan + "/modifier/" + session.line() + "/supprimer")
                                .with(csrf())
                                .param("vu", shown(erun, "/plans/" + plan + "/modifier/" + session.line()))))
                .andExpect(redirectedUrl("/plans/" + plan + "/modifier"));
        assertThat(page(erun, "/plans/" + plan + "/modifier").text())
                .contains("« Usage administratif pour directeurs et administrateurs » : 2 personnes sans place");
        assertThat(page(erun, "/plans/" + plan + "/modifier/nouvelle").select("input[name=schools]"))
                .hasSize(4);

        MockHttpServletRequestBuilder add = post("/plans/" + plan + "/modifier/nouvelle")
                .with(csrf())
                .param("module", "ADM-DIR")
                .param("vague", "1")
                .param("schools", made.school(0))
                .param("schools", made.school(1))
                .param("day", session.day().toString())
                .param("start", session.start().toString())
                .param("place", "Commune-1")
                .param("trainer", String.valueOf(session.trainerAgentId()));
        assertThat(web.perform(as(erun, add))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Une session compte de 1 à 300 places.");
        web.perform(as(erun, add.param("capacity", "20"))).andExpect(redirectedUrl("/plans/" + plan + "/modifier"));
        assertThat(page(erun, "/plans/" + plan + "/modifier").text()).doesNotContain("sans session");
    }

    @Test
    void opensAnAmendmentAndShowsTheDifference() throws Exception {
        approve();
        Agent cpc = made.circo().cpc();
        assertThat(page(cpc, "/plans/" + plan).text()).contains("Préparer un avenant");
        web.perform(as(cpc, post("/plans/" + plan + "/avenant").with(csrf()).param("reason", "")))
                .andExpect(redirectedUrl("/plans/" + plan));

        web.perform(as(cpc, post("/plans/" + plan + "/avenant").with(csrf()).param("reason", "Salle en travaux")))
                .andExpect(status().is3xxRedirection());
        long amendment = read.latest(made.number()).orElseThrow().id();
        PlannedSession session = read.sessions(amendment).get(0);
        web.perform(as(
                cpc,
                post("/plans/" + amendment + "/modifier/" + session.line() + "/supprimer")
                        .with(csrf())
                        .param("vu", shown(cpc, "/plans/" + amendment + "/modifier/" + session.line()))));

        assertThat(page(cpc, "/plans/" + plan).select("main .notice").text())
                .contains("Depuis : Avenant n° 1, version 1 (brouillon).");
        jdbc.sql("UPDATE training_plan SET state = 'REJETE' WHERE id = ?")
                .param(amendment)
                .update();
        web.perform(as(cpc, get("/projets/" + made.number() + "/plan"))).andExpect(redirectedUrl("/plans/" + plan));
        assertThat(page(cpc, "/plans/" + plan).select("main .notice").text())
                .contains("Depuis : Avenant n° 1, version 1 (rejeté).");
        Document home = page(cpc, "/");
        assertThat(home.select("a[href='/plans/" + plan + "']")).isNotEmpty();
        assertThat(home.select("a[href='/plans/" + amendment + "']")).isEmpty();
        jdbc.sql("UPDATE training_plan SET state = 'CALCULE' WHERE id = ?")
                .param(amendment)
                .update();

        Document page = page(cpc, "/plans/" + amendment);
        assertThat(page.text())
                .contains("Motif de l'avenant : Salle en travaux", "Ligne " + session.line() + " supprimée");
        web.perform(as(cpc, post("/plans/" + amendment + "/abandonner").with(csrf())))
                .andExpect(redirectedUrl("/plans/" + plan));
    }

    @Test
    void exportsTheSessions() throws Exception {
        String csv = web.perform(as(made.circo().ien(), get("/plans/" + plan + "/sessions.csv")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith(
                        "\uFEFFligne;phase;vague;module;intitulé;date;début;fin;durée (min);format;lieu;formateur;public;attendus;places");
        assertThat(csv.lines())
                .hasSize(9)
                .anyMatch(line -> line.contains(";PEDA-1;") && line.contains(";13:30;16:30;180;"));
    }

    private void approve() {
        theCase.completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"))
                .completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""));
    }

    private String shown(Agent agent, String path) throws Exception {
        return page(agent, path).select("input[name=vu]").attr("value");
    }

    private Document page(Agent who, String path) throws Exception {
        return Jsoup.parse(web.perform(as(who, get(path)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletRequestBuilder as(Agent who, MockHttpServletRequestBuilder request) {
        ground.as(who);
        return request.with(authentication(SecurityContextHolder.getContext().getAuthentication()));
    }
}
