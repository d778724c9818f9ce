package fr.forment.arrival.web;

import java.time.LocalDate;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.arrival.Arrivals;
import fr.forment.engine.ProcessDriver;
import fr.forment.staff.Agent;
import fr.forment.staff.AgentFunction;
import fr.forment.staff.Agents;
import fr.forment.staff.NewAgent;
import fr.forment.staff.StaffService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static fr.forment.staff.Arrival.NEWCOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@HouseTest
class ArrivalPagesTest {

    private static int number;

    @Autowired
    MockMvc web;
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
        assertThat(form.select("select[name=schoolUai] option[value]:not([value=''])")).hasSize(1);
        assertThat(form.select("select[name=function] option[value=DIRECTEUR]")).isEmpty();
        assertThat(form.select("label[for=email]")).hasSize(1);

        web.perform(as(circo.directors().get(0), declaration(circo.schools().get(0), "ADJOINT"))).andExpect(status().is3xxRedirection());
        driver.runDue();
        long id = arrivals.ofAgent(newcomer().id()).get(0).id();
        Document list = page(circo.directors().get(0), get("/arrivees"));
        assertThat(list.select("table tbody tr").text()).contains("Lou Pagedéclarée", "13/10/2026", "PEDA-1 : date à venir", "0 sur 3");
        Document one = page(circo.directors().get(0), get("/arrivees/" + id));
        assertThat(one.select("h1").text()).isEqualTo("Arrivée de Lou Pagedéclarée");
        assertThat(one.text()).contains("Déclarée sur place", "Usage pédagogique");
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() throws Exception {
        Document page = page(circo.directors().get(0), declaration(circo.schools().get(0), "ADJOINT", "33"));
        assertThat(page.select("[role=alert]").text()).contains("quotité");
        assertThat(page.select("#lastName").val()).isEqualTo("Pagedéclarée");
    }

    @Test
    void nobodyDeclaresOutsideHisPerimeterOrAboveHisRank() throws Exception {
        web.perform(as(circo.directors().get(0), declaration(circo.schools().get(1), "ADJOINT"))).andExpect(status().isForbidden());
        web.perform(as(circo.directors().get(0), declaration(circo.schools().get(0), "DIRECTEUR"))).andExpect(status().isForbidden());
        web.perform(as(circo.directors().get(0), declaration(circo.schools().get(0), "IEN"))).andExpect(status().isForbidden());
        web.perform(as(circo.teachers().get(0), get("/arrivees/declarer"))).andExpect(status().isForbidden());
        web.perform(as(ground.circonscription(1).erun(), declaration(circo.schools().get(0), "ADJOINT"))).andExpect(status().isForbidden());
        web.perform(as(circo.erun(), declaration(circo.schools().get(1), "DIRECTEUR"))).andExpect(status().is3xxRedirection());
    }

    @Test
    void showsAnArrivalToItsSchoolItsCirconscriptionAndTheNewcomerOnly() throws Exception {
        Agent newcomer = staff.register(NewAgent.inSchool("Pagearrivée", "Noa", email, AgentFunction.ADJOINT, circo.schools().get(0))
                .since(LocalDate.of(2026, 9, 1)), NEWCOMER).orElseThrow();
        driver.runDue();
        String path = "/arrivees/" + arrivals.ofAgent(newcomer.id()).get(0).id();
        assertThat(page(circo.directors().get(0), get(path)).select("a[href*=tasklist]")).isNotEmpty();
        page(circo.ien(), get(path));
        assertThat(page(newcomer, get(path)).select(".notice")).isEmpty();
        web.perform(as(circo.directors().get(1), get(path))).andExpect(status().isNotFound());
        web.perform(as(circo.supplier(), get(path))).andExpect(status().isNotFound());
        web.perform(as(circo.supplier(), get("/arrivees"))).andExpect(status().isForbidden());
        web.perform(as(ground.circonscription(1).ien(), get(path))).andExpect(status().isNotFound());
        assertThat(page(circo.directors().get(1), get("/arrivees")).text()).doesNotContain("Pagearrivée");
    }

    private Agent newcomer() {
        return agents.inSchool(circo.schools().get(0)).stream().filter(agent -> email.equals(agent.email())).findFirst().orElseThrow();
    }

    private MockHttpServletRequestBuilder declaration(String school, String function) {
        return declaration(school, function, "100");
    }

    private MockHttpServletRequestBuilder declaration(String school, String function, String quotity) {
        return post("/arrivees/declarer").param("lastName", "Pagedéclarée").param("firstName", "Lou").param("email", email).param("function", function)
                .param("schoolUai", school).param("quotity", quotity).param("takenUpOn", "2026-09-01").param("entExperience", "non").with(csrf());
    }

    private MockHttpServletRequestBuilder as(Agent agent, MockHttpServletRequestBuilder request) {
        ground.as(agent);
        return request.with(authentication(SecurityContextHolder.getContext().getAuthentication()));
    }

    private Document page(Agent agent, MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(web.perform(as(agent, request)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
