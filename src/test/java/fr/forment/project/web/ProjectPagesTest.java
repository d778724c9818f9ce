package fr.forment.project.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.access.AccountService;
import fr.forment.account.Account;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.project.Bilan;
import fr.forment.project.BilanService;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.WhatWasTold;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of a project, as each role gets them. */
@HouseTest
class ProjectPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    ProcessDriver driver;

    @Autowired
    AccountService accounts;

    @Autowired
    Projects projects;

    @Autowired
    BilanService bilans;

    @Autowired
    WhatWasTold told;

    @Autowired
    JdbcClient jdbc;

    private Circo here;
    private Circo elsewhere;

    @BeforeEach
    void twoCirconscriptions() {
        told.startAnew();
        here = ground.circonscription(3);
        elsewhere = ground.circonscription(1);
    }

    @AfterEach
    void stopListening() {
        told.stop();
    }

    @Test
    void theIenCreatesAProjectFromTheProposedDistribution() throws Exception {
        Document form = page("/projets/nouveau?vagues=2", here.ien());
        assertThat(form.select("tbody tr")).hasSize(3);
        assertThat(form.select("select option[selected]").eachText()).contains("Vague 1", "Vague 2");
        var request = post("/projets").with(as(here.ien())).with(csrf());
        form.select("form[method=post] input[name]:not([name=_csrf])")
                .forEach(field -> request.param(field.attr("name"), field.val()));
        form.select("form[method=post] select")
                .forEach(field -> request.param(
                        field.attr("name"), field.select("option[selected]").val()));

        String created = web.perform(request)
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        Project project = projects.inCirconscriptions(List.of(here.uai())).get(0);
        assertThat(created).isEqualTo("/projets/" + project.id());
        assertThat(projects.vagues(project.id())).hasSize(2);
        assertThat(projects.schools(project.id())).containsExactlyInAnyOrderElementsOf(here.schools());
        assertThat(driver.isStarted("entProject", project.id())).isTrue();

        Document page = page(created, here.ien());
        driver.runDue();
        page = page(created, here.ien());
        assertThat(page.selectFirst("section[aria-labelledby=attendus]").text())
                .contains("IEN ou IEN en charge du numérique : Cadrer le projet")
                .contains("Ouvrir la tâche");
        assertThat(page.selectFirst("section[aria-labelledby=histoire]").text())
                .contains("Projet créé")
                .contains(here.ien().lastName());
        assertThat(page(created, here.secretary())
                        .selectFirst("section[aria-labelledby=attendus]")
                        .text())
                .doesNotContain("Ouvrir la tâche");
    }

    @Test
    void whatIsRefusedIsSaidAndNothingTypedIsLost() throws Exception {
        var request = post("/projets")
                .with(as(here.ien()))
                .with(csrf())
                .param("circonscription", here.uai())
                .param("title", "Mon ENT")
                .param("date", "2026-12-01", "2026-11-01");
        here.schools().forEach(uai -> request.param("ecole." + uai, "1"));
        Document page = Jsoup.parse(web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("[role=alert]").text()).contains("La vague 2 n'a aucune école");
        assertThat(page.select("#title").val()).isEqualTo("Mon ENT");
        assertThat(projects.inCirconscriptions(List.of(here.uai()))).isEmpty();

        stages.created(here, 1);
        assertThat(page("/projets/nouveau", here.ien()).select("tbody tr").eachText())
                .allSatisfy(row -> assertThat(row).contains("déjà dans un projet"));
        var second = post("/projets")
                .with(as(here.ien()))
                .with(csrf())
                .param("circonscription", here.uai())
                .param("title", "Encore un")
                .param("date", "2026-12-01");
        here.schools().forEach(uai -> second.param("ecole." + uai, "1"));
        assertThat(web.perform(second).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("3 écoles choisies suivent déjà un projet");
    }

    @Test
    void onlyThoseWhoLeadCreateAndAbandon() throws Exception {
        Project project = stages.created(here, 1);
        for (Agent other : List.of(here.erun(), here.secretary(), here.cpc(), here.dsi())) {
            web.perform(get("/projets/nouveau").with(as(other))).andExpect(status().isForbidden());
            web.perform(post("/projets")
                            .param("circonscription", here.uai())
                            .with(as(other))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
            web.perform(post("/projets/" + project.id() + "/abandon")
                            .param("motive", "Non")
                            .with(as(other))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        web.perform(post("/projets")
                        .param("circonscription", here.uai())
                        .with(as(elsewhere.ien()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(projects.find(project.id()).orElseThrow().state()).isEqualTo(ProjectState.CADRAGE);

        web.perform(post("/projets/" + project.id() + "/abandon")
                        .param("motive", "")
                        .with(as(here.ien()))
                        .with(csrf()))
                .andExpect(status().isConflict());
        web.perform(post("/projets/" + project.id() + "/abandon")
                        .param("motive", "Fin du marché")
                        .with(as(here.ien()))
                        .with(csrf()))
                .andExpect(status().isFound());
        assertThat(projects.find(project.id()).orElseThrow().state()).isEqualTo(ProjectState.ABANDONNE);
    }

    @Test
    void aProjectIsSeenByItsCirconscriptionOnly() throws Exception {
        Project project = stages.created(here, 1);
        for (String path : List.of("", "/bilan", "/vagues/1/bilan", "/bilan.csv", "/vagues/1/bilan.csv")) {
            String url = "/projets/" + project.id() + path;
            for (Agent reader : List.of(here.ien(), here.erun(), here.cpc(), here.secretary(), here.dsi())) {
                web.perform(get(url).with(as(reader))).andExpect(status().isOk());
            }
            for (Agent stranger : List.of(
                    elsewhere.ien(), here.directors().get(0), here.teachers().get(0))) {
                web.perform(get(url).with(as(stranger))).andExpect(status().isNotFound());
            }
        }
        web.perform(post("/projets/" + project.id() + "/abandon")
                        .param("motive", "Non")
                        .with(as(elsewhere.ien()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(get("/projets/" + project.id() + "/vagues/9/bilan").with(as(here.ien())))
                .andExpect(status().isNotFound());
        assertThat(page("/projets", here.ien()).text()).contains(project.title());
        assertThat(page("/projets", elsewhere.ien()).text()).doesNotContain(project.title());
        web.perform(get("/projets/" + project.id()).with(anonymous())).andExpect(status().isFound());
    }

    @Test
    void namesOfThoseToTrainAreForThoseWhoSeePeople() throws Exception {
        Project project = stages.inFirstVague(here, 1);
        driver.runDue();
        assertThat(page("/projets/" + project.id(), here.erun())
                        .select(".notice.warn")
                        .text())
                .contains("7 formations")
                .contains(here.cpc().lastName());
        assertThat(page("/projets/" + project.id(), here.dsi())
                        .select(".notice.warn")
                        .text())
                .contains("7 formations")
                .doesNotContain(here.cpc().lastName());
    }

    @Test
    void aDirectorSeesWhatHisSchoolLacksAndNoOtherSchool() throws Exception {
        stages.trainTrainers(here);
        Project project = stages.inFirstVague(here, 1);
        Document mine = page("/ecole", here.directors().get(0));
        assertThat(mine.select("main").text())
                .contains("École d'essai 1")
                .contains("la charte n'est pas signée")
                .doesNotContain("École d'essai 2");
        assertThat(mine.select("ol.steps li").eachText())
                .hasSize(6)
                .allMatch(step -> step.matches(".*(fait|à faire|en cours|à venir)"))
                .first()
                .asString()
                .contains("Confirmer l'équipe et la personne ressource", "au plus tard le", "à faire");
        assertThat(mine.select("ol.steps li").last().text())
                .as("90 days after 1 December 2026 lie in the winter holidays")
                .contains("90 jours après l'ouverture", "vers le lundi 8 mars 2027");
        assertThat(mine.select("ol.steps a").eachAttr("href"))
                .anyMatch(link -> link.contains("tasklist"))
                .contains("/sessions");
        web.perform(get("/ecole").with(as(here.ien()))).andExpect(status().isForbidden());
        assertThat(page("/ecole", elsewhere.directors().get(0)).select("main").text())
                .contains("ne fait pas encore partie");

        driver.theCase(
                        "schoolOpening",
                        projects.place(project.id(), here.schools().get(0))
                                .orElseThrow()
                                .id())
                .completes("engage", stages.engagement(here, 0));
        stages.trainSchool(here, 0);
        Document ready = page("/ecole", here.directors().get(0));
        assertThat(ready.select("main").text()).contains("Toutes les conditions sont réunies");
        assertThat(ready.select("ol.steps li").eachText().subList(0, 3)).allMatch(step -> step.endsWith("fait"));
    }

    /** It said so for weeks to people who had nothing left to answer. */
    @Test
    void aDirectionIsNoLongerAwaitedOnceItsTaskHasEnded() throws Exception {
        stages.trainTrainers(here);
        Project project = stages.inFirstVague(here, 1);
        String line = "#ecole-" + here.schools().get(0);
        assertThat(page("/projets/" + project.id(), here.ien()).select(line).text())
                .contains("confirmer l");
        driver.theCase(
                        "schoolOpening",
                        projects.place(project.id(), here.schools().get(0))
                                .orElseThrow()
                                .id())
                .fires("engagementOverdue")
                .waitsAt("settleRefusal"); // the opening day has come with it
        assertThat(page("/projets/" + project.id(), here.ien()).select(line).text())
                .doesNotContain("confirmer l");
    }

    /** The charter was still going round when the school entered its vague. */
    @Test
    void aDirectionSaysOnItsPageThatTheCharterIsSigned() throws Exception {
        stages.trainTrainers(here);
        Project project = stages.inFirstVague(here, 1);
        Map<String, Object> underWay = new java.util.HashMap<>(stages.engagement(here, 0));
        underWay.put("charterSignedOn", "");
        underWay.put("charterUnderWay", true);
        driver.theCase(
                        "schoolOpening",
                        projects.place(project.id(), here.schools().get(0))
                                .orElseThrow()
                                .id())
                .completes("engage", underWay);
        stages.trainSchool(here, 0);
        String address = "/ecole/" + here.schools().get(0) + "/charte";
        assertThat(page("/ecole", here.directors().get(0)).select("form[action=" + address + "]"))
                .hasSize(1);
        web.perform(post(address).with(as(here.directors().get(1))).with(csrf()).param("signedOn", "2026-09-01"))
                .andExpect(status().isNotFound());
        web.perform(post(address).with(as(here.directors().get(0))).with(csrf()).param("signedOn", "2099-01-01"));
        assertThat(projects.place(project.id(), here.schools().get(0))
                        .orElseThrow()
                        .charterSignedOn())
                .isNull();
        web.perform(post(address).with(as(here.directors().get(0))).with(csrf()).param("signedOn", "2026-09-01"));
        Document signed = page("/ecole", here.directors().get(0));
        assertThat(signed.select("main").text()).contains("Toutes les conditions sont réunies");
        assertThat(signed.select("form[action=" + address + "]")).isEmpty();
        assertThat(page("/projets/" + project.id(), here.ien()).text()).contains("Charte signée");
    }

    @Test
    void theBilanShowsFiguresSchoolsAndDecisions() throws Exception {
        Project project = stages.inFirstVague(here, 1);
        Vague vague = projects.vagues(project.id()).get(0);
        ground.as(here.ien());
        driver.theCase("vague", vague.id())
                .completes("settleTrainers", Map.of("choice", "GO_ON", "motive", "DSI formée en janvier"));
        String url = "/projets/" + project.id() + "/vagues/1/bilan";
        assertThat(page(url, here.ien()).text()).contains("seront calculés");

        bilans.record(project.id(), vague.id(), bilan(8, "Deux sessions annulées"));
        bilans.record(project.id(), vague.id(), bilan(9, "Une session annulée", "Salle froide"));
        Document page = page(url, here.ien());
        assertThat(page.text())
                .contains("140 (sur 150 inscriptions, 4 en partie)")
                .contains("140,0 h")
                .contains("3,3 sur 4")
                .contains("Salle froide")
                .doesNotContain("Deux sessions");
        assertThat(page.selectFirst("section[aria-labelledby=decisions]").text())
                .contains("DSI formée en janvier")
                .contains(here.ien().fullName());
        assertThat(bilans.find(project.id(), null)).isEmpty();

        String csv = web.perform(get(url + ".csv").with(as(here.ien())))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(4).first().asString().startsWith("\uFEFFuai;ecole;vague");
        assertThat(csv).contains(here.schools().get(0) + ";École d'essai 1 (Commune-1);Vague 1;Candidate;2026-12-01");
    }

    /** Its state may be that of a vague whose sessions are held again: what its schools did is what is told. */
    @Test
    void aVagueWhoseSchoolsAreOpenIsNotAnnounced() throws Exception {
        Project project = stages.inFirstVague(here, 2);
        driver.travelTo(ProjectGround.SECOND_OPENING.plusDays(2).atTime(9, 0));
        Vague first = projects.vagues(project.id()).get(0);
        jdbc.sql("UPDATE vague_school SET state = 'EN_SERVICE', opened_on = DATE '2026-12-07' WHERE vague_id = ?")
                .param(first.id())
                .update();
        for (String state : List.of("ECOLES_ENGAGEES", "STABILISATION", "CLOSE")) {
            jdbc.sql("UPDATE vague SET state = ? WHERE id = ?")
                    .params(state, first.id())
                    .update();
            for (String page : List.of("", "/vagues/1/blocages", "/vagues/1/preparation")) {
                Document shown = page("/projets/" + project.id() + page, here.ien());
                String text = (page.isEmpty() ? shown.select("section[aria-labelledby=vague1]") : shown.select("main"))
                        .text();
                assertThat(text)
                        .as(state + page)
                        .contains("Ouverte le 7 décembre 2026.")
                        .doesNotContain("aucune école n'est ouverte")
                        .doesNotContain("Ouverture prévue le");
            }
        }
        assertThat(page("/projets/" + project.id(), here.ien())
                        .select("section[aria-labelledby=vague2]")
                        .text())
                .contains("ce jour est passé, aucune école n'est ouverte");
    }

    @Test
    void everyTableSaysWhatItsColumnsAre() throws Exception {
        Project project = stages.created(here, 2);
        for (String path : List.of(
                "/projets", "/projets/nouveau", "/projets/" + project.id(), "/projets/" + project.id() + "/bilan")) {
            Document page = page(path, here.ien());
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("table:not(:has(th[scope=col]))")).as(path).isEmpty();
            assertThat(page.select("main input:not([type=hidden]), main select, main textarea"))
                    .as(path)
                    .allSatisfy(field -> assertThat(page.getElementsByAttributeValue("for", field.id()))
                            .as(field.id())
                            .hasSize(1));
        }
    }

    private static Bilan bilan(int held, String... findings) {
        return new Bilan(
                new Bilan.Amounts(10, 220, 160, 9600, 1800, 1, 80),
                new Bilan.Amounts(held, 200, 140, 8400, 1440, 0, 0),
                150,
                4,
                2,
                0,
                0,
                40,
                3.25,
                3,
                null,
                List.of(findings),
                List.of(),
                true);
    }

    private Document page(String path, Agent reader) throws Exception {
        return Jsoup.parse(web.perform(get(path).with(as(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private RequestPostProcessor as(Agent agent) {
        Account account = accounts.ofAgent(agent.id()).orElseThrow();
        return user(account.login()).authorities(AuthorityUtils.createAuthorityList(account.authorities()));
    }
}
