package fr.forment.arrival.web;

import static fr.forment.people.ArrivalKind.NEWCOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.AgentFunction;
import fr.forment.arrival.Arrivals;
import fr.forment.arrival.Departures;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.people.TrainingRecords;
import fr.forment.release.MaterialService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class ArrivalPagesTest {

    private static int number;

    @Autowired
    MaterialService materials;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestGround ground;

    @Autowired
    StaffService staff;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Agents agents;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Departures departures;

    @Autowired
    SessionService sessionService;

    @Autowired
    Sessions sessions;

    @Autowired
    TrainingRecords records;

    @Autowired
    HoursLedger hours;

    @Autowired
    TransactionTemplate transaction;

    private Circo circo;
    private String email;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        email = "page.arrivee" + ++number + "@exemple.invalid";
    }

    @Test
    void aDirectorDeclaresSomebodyOfHisSchoolAndFollowsHim() throws Exception {
        Document form = page(circo.directors().get(0), get("/arrivees/declarer"));
        assertThat(form.select("select[name=schoolUai] option[value]:not([value=''])"))
                .hasSize(1);
        assertThat(form.select("select[name=function] option[value=DIRECTEUR]")).isEmpty();
        assertThat(form.select("label[for=email]")).hasSize(1);

        web.perform(as(circo.directors().get(0), declaration(circo.schools().get(0), "ADJOINT")))
                .andExpect(status().is3xxRedirection());
        driver.runDue();
        long id = arrivals.ofAgent(newcomer().id()).get(0).id();
        Document list = page(circo.directors().get(0), get("/arrivees"));
        assertThat(list.select("table tbody tr").text())
                .contains("Lou Pagedéclarée", "13/10/2026", "Usage pédagogique, niveau 1 : date à venir", "0 sur 3");
        Document one = page(circo.directors().get(0), get("/arrivees/" + id));
        assertThat(one.select("h1").text()).isEqualTo("Arrivée : Lou Pagedéclarée");
        assertThat(one.text()).contains("Déclarée sur place", "Usage pédagogique");
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() throws Exception {
        Document page =
                page(circo.directors().get(0), declaration(circo.schools().get(0), "ADJOINT", "133"));
        assertThat(page.select("[role=alert]").text()).contains("quotité");
        assertThat(page.select("#lastName").val()).isEqualTo("Pagedéclarée");
    }

    @Test
    void nobodyDeclaresOutsideHisPerimeterOrAboveHisRank() throws Exception {
        web.perform(as(circo.directors().get(0), declaration(circo.schools().get(1), "ADJOINT")))
                .andExpect(status().isNotFound());
        web.perform(as(circo.directors().get(0), declaration(circo.schools().get(0), "DIRECTEUR")))
                .andExpect(status().isForbidden());
        web.perform(as(circo.directors().get(0), declaration(circo.schools().get(0), "IEN")))
                .andExpect(status().isForbidden());
        web.perform(as(circo.teachers().get(0), get("/arrivees/declarer"))).andExpect(status().isForbidden());
        web.perform(as(
                        ground.circonscription(1).erun(),
                        declaration(circo.schools().get(0), "ADJOINT")))
                .andExpect(status().isNotFound());
        web.perform(as(circo.erun(), declaration(circo.schools().get(1), "DIRECTEUR")))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void showsAnArrivalToItsSchoolItsCirconscriptionAndTheNewcomerOnly() throws Exception {
        Agent newcomer = staff.register(
                        NewAgent.inSchool(
                                        "Pagearrivée",
                                        "Noa",
                                        email,
                                        AgentFunction.ADJOINT,
                                        circo.schools().get(0))
                                .since(LocalDate.of(2026, 9, 1)),
                        NEWCOMER)
                .orElseThrow();
        driver.runDue();
        String path = "/arrivees/" + arrivals.ofAgent(newcomer.id()).get(0).id();
        assertThat(page(circo.directors().get(0), get(path)).select("a[href*=tasklist]"))
                .isNotEmpty();
        page(circo.ien(), get(path));
        assertThat(page(newcomer, get(path)).select(".notice")).isEmpty();
        web.perform(as(circo.directors().get(1), get(path))).andExpect(status().isNotFound());
        web.perform(as(circo.supplier(), get(path))).andExpect(status().isNotFound());
        web.perform(as(circo.supplier(), get("/arrivees"))).andExpect(status().isForbidden());
        web.perform(as(ground.circonscription(1).ien(), get(path))).andExpect(status().isNotFound());
        assertThat(page(circo.directors().get(1), get("/arrivees")).text()).doesNotContain("Pagearrivée");
    }

    @Test
    void theNewcomerChoosesAnotherDateAndAcceptsTheCharter() throws Exception {
        TrainingSession first = session(LocalDate.of(2026, 9, 16));
        TrainingSession second = session(LocalDate.of(2026, 9, 23));
        web.perform(as(circo.directors().get(0), declaration(circo.schools().get(0), "ADJOINT")))
                .andExpect(status().is3xxRedirection());
        driver.runDue();
        Agent newcomer = newcomer();
        String path = "/arrivees/" + arrivals.ofAgent(newcomer.id()).get(0).id();
        assertThat(sessions.ofAgent(newcomer.id()))
                .extracting(TrainingSession::id)
                .containsExactly(first.id());
        web.perform(as(newcomer, get("/moi/parcours"))).andExpect(redirectedUrl(path));
        Document page = page(newcomer, get(path));
        assertThat(page.select("form[action$=dates] button").text())
                .contains("mercredi 23 septembre 2026 de 17 h à 18 h");
        assertThat(page.select("td").text())
                .contains(
                        "Aucune session ouverte ne convient avant l'échéance, et aucun tutoriel n'est encore en ligne");
        assertThat(page.select("form[action$=tutoriels]"))
                .as("nothing to open, nothing to tell")
                .isEmpty();
        assertThat(page(newcomer, get("/")).select("#parcours, #parcours ~ p").text())
                .contains(
                        "Mon parcours d'arrivée",
                        "3 modules à suivre au plus tard le mardi",
                        "Lire et accepter la charte");
        assertThat(page(newcomer, get("/")).text()).doesNotContain("Rien ne vous attend");
        assertThat(page.select("a[href=/charte]").text()).contains("Lire et accepter");

        web.perform(as(
                        newcomer,
                        post(path + "/dates")
                                .param("session", String.valueOf(second.id()))
                                .with(csrf())))
                .andExpect(redirectedUrl(path));
        assertThat(sessions.ofAgent(newcomer.id()))
                .extracting(TrainingSession::id)
                .containsExactly(second.id());
        assertThat(page(circo.erun(), get("/sessions/" + first.id())).text())
                .as("no excuse was made")
                .contains("Autre date choisie")
                .doesNotContain("Empêchement signalé");
        String read = page(newcomer, get("/charte")).select("input[name=vu]").attr("value");
        for (int click = 0; click < 2; click++) {
            web.perform(as(newcomer, post("/charte").param("vu", read).with(csrf())))
                    .andExpect(redirectedUrl("/charte"));
        }
        assertThat(page(circo.directors().get(0), get(path)).text())
                .contains("Version 2026-09 acceptée le 1er septembre 2026", "Date choisie");

        var wish = post(path + "/dates")
                .param("session", String.valueOf(first.id()))
                .with(csrf());
        web.perform(as(circo.ien(), wish)).andExpect(status().isForbidden());
        web.perform(as(circo.teachers().get(0), wish)).andExpect(status().isNotFound());
        web.perform(as(circo.directors().get(1), wish)).andExpect(status().isNotFound());
        assertThat(sessions.ofAgent(newcomer.id()))
                .extracting(TrainingSession::id)
                .containsExactly(second.id());
        assertThat(page(circo.teachers().get(0), get("/moi/parcours")).text())
                .contains("Aucun parcours d'arrivée n'est ouvert");
    }

    /** A session has room and the hours are gone: that is the cause, not the want of a session. */
    @Test
    void theTrueCauseOfAMissingPlaceIsSaid() throws Exception {
        web.perform(as(circo.directors().get(0), declaration(circo.schools().get(0), "ADJOINT")))
                .andExpect(status().is3xxRedirection());
        driver.runDue();
        Agent newcomer = newcomer();
        String path = "/arrivees/" + arrivals.ofAgent(newcomer.id()).get(0).id();
        assertThat(page(newcomer, get(path)).text()).doesNotContain("tout n'y tient pas");
        transaction.executeWithoutResult(
                status -> hours.done(newcomer.id(), "2026-2027", 18 * 60, "test:" + newcomer.id()));
        session(LocalDate.of(2026, 9, 23));
        assertThat(page(newcomer, get(path)).text())
                .contains(
                        "Une session a de la place le mercredi 23 septembre 2026, mais vous n'avez plus assez d'heures",
                        "il ne reste aucune heure pour l'ENT cette année scolaire : tout n'y tient pas");
    }

    @Test
    void aDateThatWasNotHeldIsNoAppointment() throws Exception {
        TrainingSession session = session(LocalDate.of(2026, 9, 16));
        web.perform(as(circo.directors().get(0), declaration(circo.schools().get(0), "ADJOINT")))
                .andExpect(status().is3xxRedirection());
        driver.runDue();
        Agent newcomer = newcomer();
        String path = "/arrivees/" + arrivals.ofAgent(newcomer.id()).get(0).id();
        assertThat(page(circo.erun(), get("/arrivees")).text()).contains(": le 16/09/2026");
        become(session, "DATE_A_FIXER");
        assertThat(page(circo.erun(), get("/arrivees")).text())
                .contains(": date à fixer par l'équipe de circonscription")
                .doesNotContain("le 16/09/2026");
        driver.travelTo(LocalDate.of(2026, 10, 1).atTime(9, 0));
        String said = "on tenue le 16 septembre 2026, date à fixer par l'équipe de circonscription";
        assertThat(page(circo.erun(), get("/arrivees")).text()).contains(said).doesNotContain("le 16/09/2026");
        assertThat(page(newcomer, get(path)).select("td").text())
                .contains(said, "Aucune session ouverte ne convient avant l'échéance")
                .doesNotContain("Session du");
        become(session, "A_EMARGER");
        assertThat(page(newcomer, get(path)).select("td").text())
                .contains("Session du 16 septembre 2026, présences à confirmer");
        become(session, "NON_REALISEE");
        assertThat(page(newcomer, get(path)).select("td").text())
                .contains("Date à venir")
                .doesNotContain("16 septembre");
    }

    private void become(TrainingSession session, String state) {
        jdbc.sql("UPDATE training_session SET state = ? WHERE id = ?")
                .params(state, session.id())
                .update();
    }

    @Test
    void whoFollowsTheTutorialsBecauseNoSessionFitsIsTrained() throws Exception {
        session(LocalDate.of(2026, 9, 16));
        web.perform(as(circo.directors().get(0), declaration(circo.schools().get(0), "ADJOINT")))
                .andExpect(status().is3xxRedirection());
        driver.runDue();
        Agent newcomer = newcomer();
        long id = arrivals.ofAgent(newcomer.id()).get(0).id();
        String path = "/arrivees/" + id;
        withTutorials("PEDA-1", "COMM", "PRES-ECOLE");
        assertThat(page(newcomer, get(path))
                        .select("form[action$=tutoriels] input[name=module]")
                        .eachAttr("value"))
                .containsExactly("PEDA-1", "COMM");
        assertThat(page(newcomer, get(path)).select("td a[rel=noreferrer]").eachAttr("href"))
                .containsExactly("https://exemple.invalid/PEDA-1", "https://exemple.invalid/COMM");
        web.perform(as(newcomer, tutorial(path, "PRES-ECOLE")))
                .andExpect(flash().attribute("problem", containsString("Une session convient")));
        web.perform(as(circo.ien(), tutorial(path, "PEDA-1"))).andExpect(status().isForbidden());
        web.perform(as(circo.directors().get(1), tutorial(path, "PEDA-1"))).andExpect(status().isNotFound());

        web.perform(as(newcomer, tutorial(path, "PEDA-1"))).andExpect(redirectedUrl(path));
        web.perform(as(newcomer, tutorial(path, "PEDA-1"))).andExpect(flash().attributeExists("problem"));
        web.perform(as(circo.directors().get(0), tutorial(path, "COMM"))).andExpect(redirectedUrl(path));
        assertThat(page(circo.erun(), get(path)).text()).contains("Tutoriel suivi", "2 modules suivis sur 3");
        transaction.executeWithoutResult(
                tx -> records.record(newcomer.id(), "PRES-ECOLE", LocalDate.of(2026, 9, 16), "test"));
        driver.theCase("arrival", id).isEnded().passed("close");
    }

    @Test
    void aDirectionsTutorialIsToldByTheErun() throws Exception {
        web.perform(as(circo.erun(), declaration(circo.schools().get(0), "DIRECTEUR")))
                .andExpect(status().is3xxRedirection());
        driver.runDue();
        Agent newcomer = newcomer();
        String path = "/arrivees/" + arrivals.ofAgent(newcomer.id()).get(0).id();
        withTutorials("ADM-DIR");
        assertThat(page(newcomer, get(path)).select("form[action$=tutoriels]")).isEmpty();
        web.perform(as(newcomer, tutorial(path, "ADM-DIR"))).andExpect(status().isForbidden());
        web.perform(as(circo.erun(), tutorial(path, "ADM-DIR")))
                .andExpect(redirectedUrl(path))
                .andExpect(flash().attributeExists("done"));
    }

    private void withTutorials(String... modules) {
        ground.as(circo.erun());
        for (String module : modules) {
            materials.add(circo.uai(), module, "Tutoriel " + module, "https://exemple.invalid/" + module);
            materials.add(circo.uai(), module, "Autre", "Armoire de la circonscription");
        }
    }

    private static MockHttpServletRequestBuilder tutorial(String path, String module) {
        return post(path + "/tutoriels").param("module", module).with(csrf());
    }

    @Test
    void showsADepartureToItsSchoolAndItsCirconscriptionOnly() throws Exception {
        Agent missing = circo.teachers().get(0);
        staff.markMissing(List.of(missing.id()), LocalDate.of(2026, 9, 1));
        driver.runDue();
        String path = "/departs/" + departures.ofAgent(missing.id()).get(0).id();
        assertThat(page(circo.directors().get(0), get("/arrivees")).text())
                .contains(missing.lastName(), "Ne figure plus sur la liste");
        assertThat(page(circo.directors().get(0), get(path))
                        .select("a[href*=tasklist]")
                        .text())
                .contains("Répondre");
        assertThat(page(circo.secretary(), get(path)).select("table tbody tr")).hasSize(1);
        page(circo.ien(), get(path));
        web.perform(as(circo.directors().get(1), get(path))).andExpect(status().isNotFound());
        web.perform(as(missing, get(path))).andExpect(status().isNotFound());
        web.perform(as(circo.supplier(), get(path))).andExpect(status().isNotFound());
        web.perform(as(ground.circonscription(1).ien(), get(path))).andExpect(status().isNotFound());
        assertThat(page(circo.directors().get(1), get("/arrivees")).text()).doesNotContain(missing.lastName());
    }

    private TrainingSession session(LocalDate day) {
        TrainingSession session = sessionService.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                day.atTime(17, 0),
                60,
                circo.schools().get(1),
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                circo.cpc().id(),
                false));
        driver.runDue();
        return session;
    }

    private Agent newcomer() {
        return agents.inSchool(circo.schools().get(0)).stream()
                .filter(agent -> email.equals(agent.email()))
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletRequestBuilder declaration(String school, String function) {
        return declaration(school, function, "100");
    }

    private MockHttpServletRequestBuilder declaration(String school, String function, String quotity) {
        return post("/arrivees/declarer")
                .param("lastName", "Pagedéclarée")
                .param("firstName", "Lou")
                .param("email", email)
                .param("function", function)
                .param("schoolUai", school)
                .param("quotity", quotity)
                .param("takenUpOn", "2026-09-01")
                .param("entExperience", "non")
                .with(csrf());
    }

    private MockHttpServletRequestBuilder as(Agent agent, MockHttpServletRequestBuilder request) {
        ground.as(agent);
        return request.with(authentication(SecurityContextHolder.getContext().getAuthentication()));
    }

    private Document page(Agent agent, MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(web.perform(as(agent, request))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
