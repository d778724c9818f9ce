package fr.forment.project.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.Statements;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.overview.awaited.WaitsByPlace;
import fr.forment.people.Agent;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueService;
import fr.forment.project.VagueState;
import fr.forment.resource.CertificationService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.territory.Circonscriptions;
import fr.forment.waiting.RequestService;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** What blocks a vague is one page: each gap, on whom it waits, since when, for when, where to act. */
@HouseTest
class BlockedPageTest {

    @Autowired
    WaitsByPlace everywhere;

    @Autowired
    Circonscriptions circonscriptions;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Projects projects;

    @Autowired
    VagueService vagues;

    @Autowired
    Visitor visitor;

    @Autowired
    CertificationService certifications;

    @Autowired
    Statements statements;

    @Autowired
    MockMvc web;

    @Autowired
    SessionService service;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestService requests;

    private Circo circo;
    private Project project;

    @Test
    void everyGapSaysOnWhomItWaitsSinceWhenAndWhereToAct() throws Exception {
        asked(2);
        Document page = visitor.page(circo.erun(), path());
        assertThat(page.select("main tbody tr .gap").eachText())
                .anyMatch(text -> text.startsWith("Entrée dans la vague à confirmer"))
                .anyMatch(text ->
                        text.contains(circo.directors().get(0).fullName()) && text.contains("aucune inscription"));
        Element accounts = line(page, "Les comptes ne sont pas");
        assertThat(accounts.text()).contains("Collectivité", "01/12/2026");
        assertThat(accounts.select("a")).as("the E-RUN does not declare").isEmpty();
        assertThat(line(page, "La direction").select("a").attr("href"))
                .contains("/sessions?circonscription=" + circo.uai() + "&module=");
        assertThat(line(page, "Besoin de la vague").select("a").attr("href")).contains("?task=");
        page.select("section[aria-labelledby=points] tbody tr").forEach(row -> assertThat(
                        row.select("td[data-label='On attend']").text())
                .as(row.text())
                .isNotBlank());
        page.select("section[aria-labelledby=points] tbody tr").forEach(row -> assertThat(
                        row.select("td[data-label='Depuis le']").text())
                .as(row.text())
                .isNotEqualTo("–"));
        Element bodies = page.selectFirst("section[aria-labelledby=qui] table");
        assertThat(bodies.text()).contains("Collectivité (porteur de projet) 4 0", "Fournisseur de l'ENT 0 0 –");
        Document only = visitor.page(circo.erun(), path() + "?de=COLLECTIVITE");
        assertThat(only.select("section[aria-labelledby=points] tbody tr")).hasSize(4);
        assertThat(visitor.page(circo.erun(), path() + "?de=%3Cb%3E")
                        .select("section[aria-labelledby=points] tbody tr"))
                .hasSameSizeAs(page.select("section[aria-labelledby=points] tbody tr"));
    }

    @Test
    void theCollectiviteSeesItsOwnTaskAndNoName() throws Exception {
        asked(2);
        Document page = visitor.page(circo.dsi(), path());
        assertThat(line(page, "Les comptes ne sont pas").select("a").attr("href"))
                .contains("?task=");
        for (Agent each : List.of(circo.directors().get(0), circo.teachers().get(0))) {
            assertThat(page.text()).doesNotContain(each.lastName());
        }
        assertThat(visitor.as(circo.teachers().get(0), get(URI.create(path()))).getStatus())
                .isIn(403, 404);
        assertThat(visitor.page(circo.dsi(), "/projets/" + project.id()).text()).contains("Collectivité :");
    }

    @Test
    void isReachedFromTheProjectAlreadyWhileTheVagueIsBeingPrepared() throws Exception {
        circo = ground.circonscription(1);
        project = stages.created(circo, 1);
        assertThat(vague().state()).isEqualTo(VagueState.PREPARATION);
        Document page = visitor.page(circo.dsi(), "/projets/" + project.id());

        for (String way : List.of(path(), path().replace("blocages", "preparation"))) {
            assertThat(page.select("a[href='" + way + "']")).as(way).hasSize(1);
        }
        assertThat(visitor.page(circo.dsi(), path()).text()).contains("La vague n'a pas commencé");
        driver.travelTo(ProjectGround.FIRST_OPENING.plusDays(1).atTime(9, 0));
        for (String where : List.of(path(), "/retards")) {
            assertThat(visitor.page(circo.dsi(), where).text())
                    .as(where)
                    .contains("Comptes et réseau : pas encore demandés à la collectivité");
        }
        assertThat(visitor.page(circo.dsi(), path().replace("blocages", "preparation"))
                        .select("main table tbody tr"))
                .isNotEmpty();
    }

    /** Nobody has a task then, and the case stands for ever: whoever waits for it must read that it is known. */
    @Test
    void aStepThatWasGivenUpIsSeenByWhomItConcerns() throws Exception {
        asked(1);
        int late = everywhere
                .of(List.of(circonscriptions.find(circo.uai()).orElseThrow()))
                .get(0)
                .late();
        var opening = driver.theCase("schoolOpening", place().id()).givesUp("remindDue1", true);
        try {
            assertThat(everywhere
                            .of(List.of(circonscriptions.find(circo.uai()).orElseThrow()))
                            .get(0)
                            .late())
                    .as("who answers for many counts it too")
                    .isEqualTo(late + 1);
            String told = "Une étape n'a pas abouti, l'administration de FormENT doit la relancer";
            for (Agent reader : List.of(circo.ien(), circo.erun(), circo.dsi())) {
                for (String page : List.of(path(), "/retards", "/projets/" + project.id())) {
                    assertThat(visitor.page(reader, page).text())
                            .as(reader.fullName() + " on " + page)
                            .contains(told);
                }
            }
            Element line = line(visitor.page(circo.ien(), path()), "Une étape n'a pas abouti");
            assertThat(line.text()).contains("Administration de FormENT", "en retard");
            assertThat(visitor.page(circo.ien(), line.selectFirst("a").attr("href"))
                            .text())
                    .contains(told);
        } finally {
            opening.givesUp("remindDue1", false);
        }
        assertThat(visitor.page(circo.ien(), path()).text()).doesNotContain("n'a pas abouti");
    }

    /** Named in September and left out for want of hours: the rule's words, and a way that leads somewhere. */
    @Test
    void whomARuleKeptOutReadsWhyAndWhereAPlaceMayBeHad() throws Exception {
        asked(1);
        stages.reviewNeed(vague().id());
        driver.runDue();
        assertThat(line(visitor.page(circo.erun(), path()), "La direction")
                        .select("a")
                        .eachText())
                .as("no session is to come")
                .containsExactly("Ouvrir une session");
        long past = session("PRES-ECOLE", 1);
        jdbc.sql("UPDATE training_session SET state = 'CLOTUREE' WHERE id = ?")
                .param(past)
                .update();
        jdbc.sql("INSERT INTO session_left_out (session_id, agent_id, obstacle) VALUES (?, ?, 'HEURES')")
                .params(past, circo.directors().get(0).id())
                .update();
        requests.lineUp(circo.directors().get(0).id(), "PRES-ECOLE");
        long next = session("PRES-ECOLE", 2);
        long other = session("SENS-CHGT", 3);
        Element line = line(visitor.page(circo.erun(), path()), "La direction");
        assertThat(line.text()).contains("aucune inscription (plus assez d'heures disponibles, en liste d'attente)");
        assertThat(line.select("a").text()).isEqualTo("Inscrire avec un motif");
        assertThat(line.select("a").attr("href")).isIn("/sessions/" + next, "/sessions/" + other);
    }

    private long session(String module, int days) {
        return service.open(new NewSession(
                        circo.uai(),
                        null,
                        module,
                        SessionGround.WEDNESDAY.plusDays(7L * days),
                        60,
                        "Mairie",
                        Format.PRESENTIEL,
                        5,
                        1,
                        TrainerKind.EQUIPE_CIRCONSCRIPTION,
                        circo.erun().id(),
                        false))
                .id();
    }

    @Test
    void whatShouldHaveBeenThereAlreadyComesFirst() throws Exception {
        asked(1);
        stages.reviewNeed(vague().id());
        long place = place().id();
        driver.theCase("schoolOpening", place).completes("engage", stages.engagement(circo, 0));
        stages.trainSchool(circo, 0);
        vagues.trained(vague().id());
        driver.runDue();
        driver.theCase("schoolOpening", place).fires("settlementLate");
        Document page = visitor.page(circo.ien(), path());
        assertThat(page.select("section[aria-labelledby=points] tbody tr .tag.bad"))
                .hasSize(4);
        assertThat(line(page, "Jour d'ouverture prévu passé")
                        .select("a[href=#ouverture]")
                        .text())
                .isEqualTo("Changer la date d'ouverture");
        assertThat(line(page, "Décider de ce qui manque à l'ouverture de l'ENT")
                        .select("a")
                        .attr("href"))
                .contains("?task=");
        assertThat(page.selectFirst("section[aria-labelledby=qui] table").text())
                .contains("Collectivité (porteur de projet) 2 2");
    }

    @Test
    void aDeclarationIsTakenBackWithItsReasonAndOnlyByThoseWhoPrepare() throws Exception {
        asked(1);
        stages.prepareSchools(project);
        String preparation = path().replace("blocages", "preparation");
        Document before = visitor.page(circo.dsi(), preparation);
        assertThat(before.select(".tag.good")).hasSize(2);
        var request = post(preparation)
                .param("uai", circo.schools().get(0))
                .param("matter", "NETWORK")
                .param("reason", "");
        assertThat(visitor.refused(circo.dsi(), request)).contains("Indiquez pourquoi");
        var told = post(preparation)
                .param("uai", circo.schools().get(0))
                .param("matter", "NETWORK")
                .param("reason", "<script>alert(1)</script>");
        assertThat(visitor.as(circo.cpc(), told).getStatus()).isEqualTo(403);
        assertThat(visitor.as(circo.dsi(), told).getStatus()).isEqualTo(302);
        assertThat(visitor.page(circo.dsi(), preparation).select(".tag.warn")).hasSize(1);
        assertThat(visitor.page(circo.ien(), "/projets/" + project.id()).text())
                .contains("Déclaration de la collectivité retirée", "<script>alert(1)</script>");
        Circo elsewhere = ground.circonscription(1);
        assertThat(visitor.as(
                                circo.dsi(),
                                post(preparation)
                                        .param("uai", elsewhere.schools().get(0))
                                        .param("matter", "NETWORK")
                                        .param("reason", "Panne"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void trainersThatAreMissingAreShownWithWhomTheyWaitFor() throws Exception {
        circo = ground.circonscription(1);
        project = stages.created(circo, 1);
        stages.begin(project);
        Document page = visitor.page(circo.ien(), path());
        assertThat(line(page, "Formation de formateurs").text())
                .contains("E-RUN")
                .contains("aucune inscription");
        assertThat(line(page, "Décider : attendre les formateurs").select("a").attr("href"))
                .contains("?task=");
    }

    @Test
    void aModuleNobodyMayLeadHoldsTheVagueBackAndSaysSo() throws Exception {
        circo = ground.circonscription(1);
        stages.trainTrainers(circo);
        for (Agent each : List.of(circo.erun(), circo.cpc(), circo.dsi())) {
            certifications.decide(each.id(), "ADM-DIR", false, driver.now().toLocalDate(), null);
        }
        project = stages.created(circo, 1);
        stages.begin(project);
        Document page = visitor.page(circo.ien(), path());
        assertThat(line(page, "personne n'est habilité").text()).contains("IEN");
        certifications.decide(circo.erun().id(), "ADM-DIR", true, driver.now().toLocalDate(), null);
        ground.as(circo.ien());
        driver.theCase("vague", vague().id())
                .completes("settleTrainers", Map.of("choice", "RECHECK", "motive", ""))
                .passed("engageSchools");
    }

    @Test
    void aVagueThatHasNotBegunSaysWhichDaysWentByWhyAndOnWhomItWaits() throws Exception {
        circo = ground.circonscription(1);
        project = stages.created(circo, 1);
        driver.travelTo(vague().opensOn().plusDays(2).atTime(9, 0));
        Document page = visitor.page(circo.erun(), path());
        Element line = line(page, "Jour d'ouverture prévu passé");
        assertThat(line.text())
                .contains("le projet n'est pas cadré", "IEN", circo.ien().fullName(), "01/12/2026", "en retard");
        assertThat(page.text()).contains("Des jours prévus sont passés").doesNotContain("rien en retard");
        assertThat(line(visitor.page(circo.ien(), path()), "Jour d'ouverture prévu passé")
                        .text())
                .contains("c'est vous");
        for (String where : List.of("/projets/" + project.id(), path(), path().replace("blocages", "preparation"))) {
            assertThat(visitor.page(circo.ien(), where).text())
                    .as(where)
                    .contains("Ouverture qui était prévue le 1er décembre 2026 : ce jour est passé")
                    .doesNotContain("Ouverture prévue le");
        }
        assertThat(visitor.page(circo.directors().get(0), "/ecole").text()).contains("ce jour est passé");
        assertThat(line(visitor.page(circo.dsi(), path()), "Jour d'ouverture prévu passé")
                        .text())
                .contains("IEN")
                .doesNotContain(circo.ien().fullName());
    }

    @Test
    void trainersWhoWereToBeReadyByTheOpeningAreLateOnceItHasPassed() throws Exception {
        circo = ground.circonscription(1);
        project = stages.created(circo, 1);
        stages.begin(project);
        driver.travelTo(vague().opensOn().plusDays(2).atTime(9, 0));
        Document page = visitor.page(circo.ien(), path());
        assertThat(line(page, "Formation de formateurs").select(".tag.bad")).isNotEmpty();
        assertThat(page.text()).doesNotContain("rien en retard");
    }

    @Test
    void thirtySchoolsTakeAsManyStatementsAsTwo() throws Exception {
        asked(2);
        int few = said().said().size();
        asked(30);
        var many = said();
        assertThat(many.answer().select("section[aria-labelledby=points] tbody tr"))
                .hasSizeGreaterThan(120);
        assertThat(many.said().size()).as(many.told()).isLessThanOrEqualTo(21).isLessThanOrEqualTo(few);
    }

    /** Signed in before, as on every page. */
    private Statements.Counted<Document> said() throws Exception {
        visitor.page(circo.ien(), path());
        ground.as(circo.ien());
        var who = authentication(SecurityContextHolder.getContext().getAuthentication());
        SecurityContextHolder.clearContext();
        return statements.during(() -> Jsoup.parse(web.perform(get(path()).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()));
    }

    /** So many schools are asked, nothing is ready. */
    private void asked(int schools) {
        circo = ground.circonscription(schools);
        stages.trainTrainers(circo);
        project = stages.created(circo, 1);
        stages.begin(project);
    }

    private Element line(Document page, String what) {
        return page.select("section[aria-labelledby=points] tbody tr").stream()
                .filter(row -> row.select(".gap").text().contains(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        what + " is not on " + page.select("main").text()));
    }

    private String path() {
        return "/projets/" + project.id() + "/vagues/1/blocages";
    }

    private Vague vague() {
        return projects.vagues(project.id()).get(0);
    }

    private VagueSchool place() {
        return projects.place(project.id(), circo.schools().get(0)).orElseThrow();
    }
}
