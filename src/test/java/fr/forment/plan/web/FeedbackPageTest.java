package fr.forment.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.people.Agent;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.Phase;
import fr.forment.plan.PlanEditingService;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.plan.SessionChange;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What my answer changed: taken up or not, when, and why not; one letter per school and plan that changes something for
 * it.
 */
@HouseTest
class FeedbackPageTest {

    private static final Map<String, Object> APPROVED = Map.of("decision", "approuverAvecDepassement", "remarks", "");

    @Autowired
    private MockMvc web;

    @Autowired
    private PlanningGround plans;

    @Autowired
    private TestGround ground;

    @Autowired
    private PlanService service;

    @Autowired
    private PlanEditingService editing;

    @Autowired
    private AmendmentService amendments;

    @Autowired
    private Plans read;

    @Autowired
    private ProcessDriver driver;

    @Autowired
    private JdbcClient jdbc;

    private PlanningGround.Case made;
    private long plan;

    @BeforeEach
    void oneSchoolHasAnswered() {
        made = plans.projectWithNeeds();
        plans.answered(made, made.school(0), """
                {"priority1":"PEDA-1","priority2":"COMM","slots":"SOIR","formats":"REGROUPEMENT","travel":"30","wave":"2",
                 "otherNeed":"Un atelier <b>webradio</b>","withSchools":"%s"}""".formatted(made.school(1)));
        plan = service.begin(made.number()).id();
    }

    private TheCase submitted() {
        return driver.theCase("trainingPlan", plan)
                .completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"));
    }

    private MockHttpServletResponse as(Agent agent, String url) throws Exception {
        ground.as(agent);
        var who = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return web.perform(get(url).with(authentication(who))).andReturn().getResponse();
    }

    private String page(int school) {
        return "/plans/" + plan + "/ecoles/" + made.school(school);
    }

    private List<String> row(Document page, String asked) {
        return page.select("tr:has(th:contains(" + asked + ")) td").eachText();
    }

    @Test
    void saysWhatIsTakenUpAndWhyTheRestIsNot() throws Exception {
        submitted().completes("approve", APPROVED);
        Document page = Jsoup.parse(as(made.circo().directors().get(0), page(0)).getContentAsString());
        assertThat(row(page, "niveau 1 (votre 1re priorité) : 3 à former")).satisfies(said -> {
            assertThat(said.get(0))
                    .as("the director has other modules to follow")
                    .isEqualTo("retenu en partie");
            assertThat(said.get(1))
                    .contains(
                            "2 personnes sur 3 : mercredi",
                            "avec École d'essai 2",
                            "1 personne n'a plus assez d'heures cette année, compte tenu des sessions prévues : il lui manque 1 h 30");
        });
        assertThat(row(page, "Usage communication (votre 2e priorité)")).satisfies(said -> {
            assertThat(said.get(0)).isEqualTo("pas dans ce plan");
            assertThat(said.get(1)).contains("Personne n'est à former");
        });
        assertThat(row(page, "Vague 2")).containsExactly("pas dans ce plan", "Votre école est dans la vague 1.");
        assertThat(row(page, "Se former avec"))
                .satisfies(said -> assertThat(said.get(1)).contains("École d'essai 2"));
        assertThat(page.select("blockquote").text())
                .as("words as typed, never as a page")
                .isEqualTo("Un atelier <b>webradio</b>");
        assertThat(plans.lastMailTo(made.circo().directors().get(0).email()))
                .contains("Vos demandes et la suite donnée", "votre 1re priorité", page(0));
        assertThat(Jsoup.parse(as(made.circo().directors().get(1), page(1)).getContentAsString())
                        .text())
                .contains("n'a pas répondu à l'enquête");
    }

    @Test
    void theTeamReadsOnThePlanTheReasonTheSchoolReads() throws Exception {
        submitted();
        Document whole =
                Jsoup.parse(as(made.circo().ien(), "/plans/" + plan + "/moyens").getContentAsString());
        var left = whole.select("details[id=nonplaces] tbody tr:has(a[href='" + page(0) + "']):contains(niveau 1)");
        assertThat(left.select("td").eachText())
                .element(2)
                .asString()
                .isEqualTo(
                        "1 personne n'a plus assez d'heures cette année, compte tenu des sessions prévues : il lui manque 1 h 30 ; le module sera proposé de nouveau après l'ouverture.");
        String school = Jsoup.parse(as(made.circo().cpc(), page(0)).getContentAsString())
                .text();
        assertThat(whole.select("details[id=nonplaces] tbody tr:has(a[href='" + page(0) + "']) td[data-label=Pourquoi]")
                        .eachText())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(school.toLowerCase()).contains(reason.toLowerCase()));
    }

    @Test
    void theProjectLeadsToThePlanThatWaits() throws Exception {
        submitted();
        jdbc.sql("UPDATE project SET state = 'PLAN' WHERE id = ?")
                .param(made.number())
                .update();
        Document project =
                Jsoup.parse(as(made.circo().ien(), "/projets/" + made.number()).getContentAsString());
        assertThat(project.select("a[href='/projets/" + made.number() + "/plan']"))
                .isNotEmpty();
        assertThat(project.select("section[aria-labelledby=attendus] li:contains(IEN) a[href*=tasklist]")
                        .eachAttr("aria-label"))
                .anyMatch(label -> label.contains("Approuver le plan"));
        assertThat(project.text()).contains("soumis à l'IEN").doesNotContain("se prépare à partir des besoins");
        assertThat(as(made.circo().ien(), "/projets/" + made.number() + "/plan").getRedirectedUrl())
                .isEqualTo("/plans/" + plan);
    }

    @Test
    void isForTheOwnSchoolAndTheTeam() throws Exception {
        submitted();
        assertThat(as(made.circo().directors().get(0), page(0)).getStatus())
                .as("not in force yet")
                .isEqualTo(404);
        String kind = "/projets/" + made.number() + "/ecoles/" + made.school(0) + "/reponse";
        assertThat(as(made.circo().directors().get(0), kind).getContentAsString())
                .contains("Aucun plan n'est encore approuvé");
        assertThat(as(made.circo().cpc(), page(0)).getStatus()).isEqualTo(200);
        driver.theCase("trainingPlan", plan).completes("approve", APPROVED);
        assertThat(as(made.circo().directors().get(0), kind).getRedirectedUrl()).isEqualTo(page(0));
        for (Agent stranger : List.of(
                made.circo().directors().get(1),
                made.circo().teachers().get(0),
                ground.circonscription(0).ien())) {
            assertThat(as(stranger, page(0)).getStatus()).isEqualTo(404);
            assertThat(as(stranger, kind).getStatus()).isEqualTo(404);
        }
        assertThat(as(made.circo().cpc(), "/plans/" + plan + "/ecoles/0000000X").getStatus())
                .isEqualTo(404);
    }

    @Test
    void writesAgainOnlyToTheSchoolsThatAnAmendmentConcerns() {
        submitted().completes("approve", APPROVED);
        ground.as(made.circo().cpc());
        long amendment = amendments.prepare(plan, "Une séance est déplacée").id();
        TheCase theCase = driver.theCase("trainingPlan", amendment);
        PlannedSession moved = read.sessions(amendment, Phase.VAGUE, 2).get(0);
        editing.change(
                amendment,
                moved.line(),
                new SessionChange(
                        moved.day(),
                        moved.start().plusMinutes(30),
                        moved.place(),
                        moved.trainerAgentId(),
                        moved.capacity()),
                now -> {});
        theCase.completes("revise", Map.of("note", ""))
                .completes("approve", APPROVED)
                .isEnded();
        for (int school = 0; school < 4; school++) {
            boolean concerned = moved.schoolUais().contains(made.school(school));
            assertThat(plans.mailsTo(made.circo().directors().get(school).email()))
                    .as("school " + school)
                    .hasSize(concerned ? 2 : 1);
        }
        assertThat(plans.lastMailTo(made.circo()
                        .directors()
                        .get(made.circo()
                                .schools()
                                .indexOf(moved.schoolUais().iterator().next()))
                        .email()))
                .contains("est modifié, et cela change quelque chose");
    }
}
