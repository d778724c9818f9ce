package fr.forment.grid.web;

import static fr.forment.campaign.NeedsGround.answerWith;
import static fr.forment.campaign.NeedsGround.goodAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.catalogue.Profile;
import fr.forment.engine.ProcessDriver;
import fr.forment.grid.Grid;
import fr.forment.grid.GridLine;
import fr.forment.people.Agent;
import fr.forment.survey.Survey;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** The pages of a campaign: what they show, to whom, and what they let people do. */
@HouseTest
public class NeedsPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 9, 30);

    @Autowired
    Visitor visitor;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    Needs needs;

    @Autowired
    Grid needGrid;

    TestGround.Circo circo;
    Campaign campaign;
    Survey first;
    Survey second;

    @BeforeEach
    void oneSchoolOfTwoHasAnswered() {
        circo = ground.circonscription(2);
        campaign = campaigns.campaign(circo, TODAY, DEADLINE, 50);
        driver.runDue();
        first = campaigns.surveyOf(campaign, circo.schools().get(0));
        second = campaigns.surveyOf(campaign, circo.schools().get(1));
        ground.as(circo.directors().get(0));
        driver.theCase("needsSurvey", first.id())
                .completes("answer", answerWith("otherNeed", "=HYPERLINK(\"http://exemple.invalid\")"));
        SecurityContextHolder.clearContext();
    }

    private int status(Agent agent, String path) throws Exception {
        return visitor.as(agent, get(path)).getStatus();
    }

    private String campaignPage() {
        return "/besoins/" + campaign.id();
    }

    @Test
    void showsWhoHasAnsweredByCommune() throws Exception {
        Document page = visitor.page(circo.erun(), campaignPage());
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("h2").eachText()).contains("En attente de réponse 1", "Enquêtes terminées 1");
        assertThat(page.select("caption:contains(Réponses par commune) ~ tbody tr")
                        .eachText())
                .containsExactly("Commune-1 1 1", "Commune-2 1 0");
        assertThat(page.select("input[name=enquete]")).singleElement().satisfies(box -> assertThat(box.val())
                .isEqualTo(String.valueOf(second.id())));
        assertThat(page.text()).contains("50 %", "1 sur 2", "seuil atteint", "École d'essai 1");
        assertThat(visitor.as(circo.erun(), get("/projets/" + campaign.projectId() + "/besoins"))
                        .getRedirectedUrl())
                .isEqualTo(campaignPage());
    }

    @Test
    void remindsTheChosenSchoolsOnceHoweverOftenTheButtonIsPressed() throws Exception {
        var press = post(campaignPage() + "/relances")
                .param("enquete", String.valueOf(first.id()), String.valueOf(second.id()));
        visitor.as(circo.erun(), press);
        assertThat(campaigns.letters("remind:" + second.id()))
                .as("invited today")
                .isEmpty();
        driver.travelTo(LocalDate.of(2026, 9, 8));
        visitor.as(circo.erun(), press);
        visitor.as(circo.erun(), press);
        assertThat(campaigns.letters("remind:" + second.id())).hasSize(1);
        assertThat(campaigns.letters("remind:" + first.id())).as("has answered").isEmpty();
        assertThat(visitor.page(circo.erun(), campaignPage()).text()).contains("1, la dernière le 08/09/2026");
    }

    @Test
    void showsEachTheirOwn() throws Exception {
        for (Agent reader : new Agent[] {circo.erun(), circo.cpc(), circo.ien(), circo.secretary()}) {
            assertThat(status(reader, campaignPage())).isEqualTo(200);
            assertThat(status(reader, "/enquete/" + first.id())).isEqualTo(200);
        }
        for (Agent stranger : new Agent[] {
            circo.directors().get(0),
            circo.teachers().get(0),
            circo.dsi(),
            circo.supplier(),
            ground.circonscription(0).ien()
        }) {
            assertThat(status(stranger, campaignPage())).isEqualTo(404);
            assertThat(status(stranger, campaignPage() + "/grille")).isEqualTo(404);
            assertThat(status(stranger, campaignPage() + "/grille.csv")).isEqualTo(404);
            assertThat(status(stranger, "/enquete/" + second.id())).isEqualTo(404);
        }
        assertThat(visitor.as(
                                circo.directors().get(1),
                                post(campaignPage() + "/relances").param("enquete", "1"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void showsADirectorTheOwnAnswersAsTheFormWordsThem() throws Exception {
        Document own = visitor.page(circo.directors().get(0), "/enquete/" + first.id());
        assertThat(own.text())
                .contains(
                        "Réponse enregistrée",
                        circo.directors().get(0).fullName(),
                        "Rythme de l'école",
                        "4 jours",
                        "Mercredi après-midi ; Le soir, après la classe");
        Document waiting = visitor.page(circo.directors().get(1), "/enquete/" + second.id());
        assertThat(waiting.select("a.button").attr("href")).contains("task=");
        assertThat(waiting.text()).contains(circo.teachers().get(2).fullName());
        assertThat(visitor.page(circo.erun(), "/enquete/" + second.id()).select("a.button"))
                .as("not his task yet")
                .isEmpty();
    }

    @Test
    void showsTheGridAndKeepsTheTraceOfACorrection() throws Exception {
        assertThat(visitor.page(circo.cpc(), campaignPage() + "/grille").text()).contains("sera calculée");
        driver.theCase("needsCampaign", campaign.id()).fires("deadlinePassed").waitsAt("reviewGrid");
        Document grid = visitor.page(circo.cpc(), campaignPage() + "/grille");
        assertThat(grid.select("details summary").eachText())
                .anyMatch(school -> school.contains("École d'essai 2") && school.contains("estimée"));
        GridLine line = needGrid.lines(campaign.id()).stream()
                .filter(each -> each.schoolUai().equals(first.schoolUai())
                        && each.moduleCode().equals("PEDA-1")
                        && each.profile() == Profile.ENSEIGNANT)
                .findFirst()
                .orElseThrow();
        assertThat(line.people()).as("2 of the 3 teachers, as the school says").isEqualTo(2);
        String path = campaignPage() + "/grille/" + line.id();
        visitor.as(
                circo.cpc(),
                post(path).param("version", "0").param("personnes", "5").param("motif", " "));
        assertThat(needGrid.corrections(campaign.id()))
                .as("without a reason nothing is written")
                .isEmpty();
        visitor.as(
                circo.cpc(),
                post(path)
                        .param("version", "0")
                        .param("personnes", "3")
                        .param("motif", "Un collègue arrive en octobre"));
        assertThat(visitor.page(circo.cpc(), path).text())
                .contains("2 → 3", "Un collègue arrive en octobre", circo.cpc().fullName());
        assertThat(needGrid.settled(needs.find(campaign.id()).orElseThrow()))
                .anyMatch(need -> need.schoolUai().equals(first.schoolUai())
                        && need.moduleCode().equals("PEDA-1")
                        && need.people() == 3);
        assertThat(visitor.as(
                                circo.secretary(),
                                post(path).param("personnes", "9").param("motif", "non"))
                        .getStatus())
                .isEqualTo(403);
        driver.theCase("needsCampaign", campaign.id()).completes("reviewGrid", Map.of("accepted", true));
        visitor.as(
                circo.cpc(),
                post(path).param("version", "1").param("personnes", "4").param("motif", "Trop tard"));
        assertThat(needGrid.corrections(campaign.id()))
                .as("the project has taken the grid over")
                .hasSize(1);
    }

    @Test
    void exportsWhatASpreadsheetOpensSafely() throws Exception {
        driver.theCase("needsSurvey", second.id()).completes("answer", goodAnswer());
        String grid =
                visitor.as(circo.cpc(), get(campaignPage() + "/grille.csv")).getContentAsString();
        assertThat(grid).startsWith("\uFEFFuai;ecole;commune;priorite");
        assertThat(grid.lines().skip(1))
                .anyMatch(row -> row.startsWith(circo.uai() + ";;;") && row.contains(";PRES-CADRES;"))
                .anyMatch(row ->
                        row.startsWith(second.schoolUai() + ";École d'essai 2;Commune-2;") && row.contains(";PEDA-1;"));
        assertThat(visitor.as(circo.cpc(), get(campaignPage() + "/suivi.csv")).getContentAsString())
                .contains(first.schoolUai() + ";École d'essai 1;Commune-1;Réponse reçue;01/09/2026;");
    }

    @Test
    void letsADirectorFindTheOwnSurveysWithoutTheLetter() throws Exception {
        assertThat(visitor.page(circo.directors().get(0), "/").select("main a[href=/enquetes]"))
                .hasSize(1);
        Document mine = visitor.page(circo.directors().get(0), "/enquetes");
        assertThat(mine.select("tbody tr").text())
                .contains("Projet d'essai", "École d'essai 1", "Réponse reçue", "01/09/2026 à 8 h")
                .doesNotContain("École d'essai 2");
        assertThat(mine.select("tbody a").eachAttr("href")).containsExactly("/enquete/" + first.id());
        assertThat(visitor.page(circo.directors().get(1), "/enquetes")
                        .select("tbody tr")
                        .text())
                .contains("En attente de réponse");
        assertThat(visitor.as(circo.teachers().get(0), get("/enquetes")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void countsOneSchoolInTheSingular() throws Exception {
        assertThat(visitor.page(circo.ien(), "/besoins/" + campaign.id() + "/reponses")
                        .select("main")
                        .text())
                .contains("(1 école)")
                .doesNotContain("(1 écoles)");
    }

    @Test
    void tellsWhoIsLateThatTheAnswerStillCounts() throws Exception {
        TestGround.Circo silent = ground.circonscription(1);
        Campaign awaiting = campaigns.campaign(silent, TODAY, DEADLINE, 80);
        driver.runDue();
        String path = "/enquete/"
                + campaigns.surveyOf(awaiting, silent.schools().get(0)).id();
        assertThat(visitor.page(silent.directors().get(0), path)
                        .select("main .notice")
                        .text())
                .contains("attendue pour le 30/09/2026");
        driver.theCase("needsCampaign", awaiting.id()).fires("deadlinePassed").waitsAt("decideClosing");
        assertThat(visitor.page(silent.directors().get(0), path)
                        .select("main .notice")
                        .text())
                .contains("compte encore", "30/09/2026")
                .doesNotContain("attendue pour le");
    }
}
