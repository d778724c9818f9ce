package fr.forment.campaign.web;

import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignState;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.grid.Grid;
import fr.forment.people.Agent;
import fr.forment.survey.Survey;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From the first idea of a campaign to a reminder of its silent schools, by those who may. */
@HouseTest
class CampaignPagesTest {

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

    @Autowired
    fr.forment.campaign.SurveyFacts surveyFacts;

    @Autowired
    JdbcClient jdbc;

    TestGround.Circo circo;

    @BeforeEach
    void oneDirectionIsVacantAndOneHasNoAddress() {
        circo = ground.circonscription(3);
        jdbc.sql("UPDATE agent SET left_on = DATE '2026-08-31' WHERE id = ?")
                .param(circo.directors().get(1).id())
                .update();
        jdbc.sql("UPDATE agent SET email = NULL WHERE id = ?")
                .param(circo.directors().get(2).id())
                .update();
    }

    private MockHttpServletRequestBuilder draft(String opensOn, String deadline) {
        return post("/besoins/nouvelle")
                .param("titre", "Campagne d'essai")
                .param("perimetre", "CIRCONSCRIPTION")
                .param("circonscription", circo.uai())
                .param("ouverture", opensOn)
                .param("echeance", deadline)
                .param("seuil", "80");
    }

    private String prepared() throws Exception {
        String where =
                visitor.as(circo.ien(), draft("2026-09-07", "2026-09-25")).getRedirectedUrl();
        assertThat(where).endsWith("/preparation");
        return where.substring(0, where.length() - "/preparation".length());
    }

    private Campaign campaign(String path) {
        return needs.find(Long.parseLong(path.substring("/besoins/".length()))).orElseThrow();
    }

    private static String figure(Document page, String label) {
        return page.select("dt").stream()
                .filter(dt -> dt.text().equals(label))
                .findFirst()
                .orElseThrow()
                .nextElementSibling()
                .text();
    }

    @Test
    void rehearsesTheVeryCountsOfTheLaunch() throws Exception {
        String path = prepared();
        Document rehearsal = visitor.page(circo.ien(), path + "/preparation");
        assertThat(rehearsal.select("main strong").first().text()).isEqualTo("Campagne d'essai");
        assertThat(figure(rehearsal, "Écoles interrogées")).isEqualTo("3");
        assertThat(figure(rehearsal, "Courriels d'invitation")).startsWith("2 ;");
        assertThat(figure(rehearsal, "Directions vacantes")).startsWith("1 : l'IEN");
        assertThat(figure(rehearsal, "Sans adresse")).startsWith("1 :");
        assertThat(rehearsal.select("caption:contains(Jours d) ~ tbody tr").text())
                .isEqualTo(
                        "Zone B 3 07/09/2026 16/09/2026 23/09/2026 25/09/2026, 18 h 30/09/2026, si le seuil n'est pas atteint");
        assertThat(rehearsal.select("caption:contains(sans direction) ~ tbody tr"))
                .hasSize(2);
        assertThat(needs.surveys(campaign(path).id()))
                .as("nothing happens before the launch")
                .isEmpty();
        visitor.as(circo.ien(), post(path + "/lancement"));
        driver.theCase("needsCampaign", campaign(path).id())
                .waitsAt("untilOpening")
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        var surveys = needs.surveys(campaign(path).id());
        assertThat(surveys).hasSize(3).filteredOn(Survey::isDirectionVacant).hasSize(1);
        assertThat(surveys.stream()
                        .mapToInt(survey ->
                                campaigns.letters("invite:" + survey.id()).size())
                        .sum())
                .as("as rehearsed")
                .isEqualTo(2);
        assertThat(visitor.as(circo.ien(), post(path + "/lancement")).getRedirectedUrl())
                .as("a second click launches nothing")
                .isEqualTo(path + "/preparation");
        assertThat(driver.running())
                .filteredOn(running -> running.startsWith("needsCampaign:"))
                .hasSize(1);
    }

    @Test
    void refusesASecondSurveyInTheSameFortnightAndSaysWhenItMay() throws Exception {
        String path = prepared();
        visitor.as(circo.ien(), post(path + "/lancement"));
        Document refused = Jsoup.parse(
                visitor.as(circo.ien(), draft("2026-10-01", "2026-10-16")).getContentAsString());
        assertThat(refused.select("[role=alert]").text())
                .contains(
                        "« Campagne d'essai » interroge déjà 3 de ces écoles",
                        "25 septembre 2026",
                        "deux enquêtes dans la même quinzaine",
                        "à partir du lundi 12 octobre 2026");
        assertThat(refused.select("input[name=ouverture]").val())
                .as("what was typed is still there")
                .isEqualTo("2026-10-01");
        assertThat(visitor.as(circo.ien(), draft("2026-10-12", "2026-11-09")).getRedirectedUrl())
                .endsWith("/preparation");
    }

    @Test
    void refusesDatesThatSchoolsCannotKeep() throws Exception {
        assertThat(visitor.as(circo.ien(), draft("2026-09-05", "2026-09-25")).getContentAsString())
                .contains("samedi 5 septembre 2026 n'est pas un jour de classe (Zone B)");
        assertThat(visitor.as(circo.ien(), draft("2026-09-07", "2026-09-14")).getContentAsString())
                .contains("au moins 10 jours de classe", "lundi 21 septembre 2026");
        assertThat(visitor.as(circo.ien(), draft("2026-08-31", "2026-09-25")).getContentAsString())
                .contains("dans le passé");
        assertThat(visitor.as(
                                circo.ien(),
                                post("/besoins/nouvelle")
                                        .param("titre", "Liste")
                                        .param("perimetre", "ECOLE")
                                        .param("ecoles", "0350000A")
                                        .param("ouverture", "2026-09-07")
                                        .param("echeance", "2026-09-25")
                                        .param("seuil", "80"))
                        .getContentAsString())
                .contains("0350000A");
        assertThat(needs.campaignsIn(java.util.List.of(circo.uai()), 1).rows()).isEmpty();
    }

    @Test
    void asksAListOfSchoolsAcrossCirconscriptionsAndShowsEachTeamItsOwn() throws Exception {
        TestGround.Circo other = ground.circonscription(1);
        var list = post("/besoins/nouvelle")
                .param("titre", "Deux circonscriptions")
                .param("perimetre", "ECOLE")
                .param(
                        "ecoles",
                        circo.schools().get(0) + "\n" + other.schools().get(0).toLowerCase())
                .param("ouverture", "2026-09-07")
                .param("echeance", "2026-09-25")
                .param("seuil", "80");
        assertThat(visitor.as(circo.ien(), list).getContentAsString())
                .as("the other circonscription is not the IEN's")
                .contains("écoles ouvertes de votre périmètre : "
                        + other.schools().get(0) + ". Corrigez-les");
        var numerique = ground.agent(fr.forment.people.NewAgent.inDepartement(
                "Numérique",
                "Dominique",
                "ien-numerique" + System.nanoTime() + "@exemple.invalid",
                fr.forment.account.AgentFunction.IEN_NUMERIQUE,
                "035"));
        String path = visitor.as(numerique, list).getRedirectedUrl().replace("/preparation", "");
        visitor.as(numerique, post(path + "/lancement"));
        Campaign campaign = campaign(path);
        driver.theCase("needsCampaign", campaign.id()).fires("openingDayCame").waitsAt("waitForAnswers");
        assertThat(visitor.page(numerique, path).select("caption:contains(par circonscription) ~ tbody tr"))
                .hasSize(2);
        boolean leads = campaign.circonscriptionUai().equals(circo.uai());
        TestGround.Circo second = leads ? other : circo;
        TestGround.Circo lead = leads ? circo : other;
        Document part = visitor.page(second.erun(), path);
        assertThat(part.text()).contains("En attente de réponse 1");
        assertThat(part.select("input[name=enquete]")).singleElement().satisfies(box -> assertThat(box.val())
                .isEqualTo(String.valueOf(
                        campaigns.surveyOf(campaign, second.schools().get(0)).id())));
        Survey foreign = campaigns.surveyOf(campaign, lead.schools().get(0));
        assertThat(visitor.as(second.erun(), get("/enquete/" + foreign.id())).getStatus())
                .isEqualTo(404);
        assertThat(visitor.as(lead.cpc(), post(path + "/grille/calcul")).getStatus())
                .isEqualTo(302);
        seesTheOwnPartOfTheGrid(path, campaign, second, lead);
        assertThat(visitor.as(second.erun(), post(path + "/pause").param("motif", "non"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(visitor.as(ground.circonscription(0).erun(), get(path)).getStatus())
                .isEqualTo(404);
        driver.travelTo(LocalDate.of(2026, 9, 15));
        visitor.as(
                second.erun(),
                post(path + "/relances").param("zone", second.uai()).param("enquete", String.valueOf(foreign.id())));
        assertThat(campaigns.letters("remind:" + foreign.id()))
                .as("an id typed by hand reminds nobody")
                .isEmpty();
    }

    private void seesTheOwnPartOfTheGrid(String path, Campaign campaign, TestGround.Circo second, TestGround.Circo lead)
            throws Exception {
        String theirs = lead.schools().get(0);
        assertThat(visitor.as(lead.cpc(), get(path + "/grille.csv")).getContentAsString())
                .as("the lead sees all")
                .contains(theirs, second.schools().get(0));
        for (Agent reader : java.util.List.of(second.ien(), second.cpc())) {
            for (String asked : java.util.List.of("", "?circonscription=" + lead.uai())) {
                assertThat(visitor.as(reader, get(path + "/grille.csv" + asked)).getContentAsString())
                        .contains(second.schools().get(0))
                        .doesNotContain(theirs, lead.uai());
                Document grid = visitor.page(reader, path + "/grille" + asked);
                assertThat(grid.text()).contains("vous voyez les écoles de la vôtre", "0 école sur 1 a répondu");
                assertThat(grid.select("details.card summary"))
                        .as("the team and one school")
                        .hasSize(2);
                assertThat(grid.select("option[value=" + lead.uai() + "]")).isEmpty();
            }
            assertThat(visitor.page(reader, path + "/priorites")
                            .select("caption:contains(Écoles, de la plus prioritaire) ~ tbody tr"))
                    .hasSize(1);
            assertThat(visitor.page(reader, path + "/homogeneite").select("caption:contains(Couverture) ~ tbody tr"))
                    .as("one sector, and the gap")
                    .hasSize(2);
            assertThat(visitor.page(reader, path + "/grille/impression").text()).doesNotContain(lead.uai());
            var lines = needGrid.lines(campaign.id());
            long mine = lines.stream()
                    .filter(line -> line.schoolUai().equals(second.schools().get(0)))
                    .findFirst()
                    .orElseThrow()
                    .id();
            long foreign = lines.stream()
                    .filter(line -> line.schoolUai().equals(theirs))
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThat(visitor.as(reader, get(path + "/grille/" + mine)).getStatus())
                    .isEqualTo(200);
            assertThat(visitor.as(reader, get(path + "/grille/" + foreign)).getStatus())
                    .isEqualTo(404);
            assertThat(visitor.as(
                                    reader,
                                    post(path + "/grille/" + foreign)
                                            .param("version", "0")
                                            .param("personnes", "1")
                                            .param("motif", "m"))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void anOwnCampaignHasItsOwnQuestionsToo() throws Exception {
        String path = prepared();
        assertThat(visitor.page(circo.ien(), path + "/preparation").select("a[href$=questionnaire]"))
                .isNotEmpty();
        assertThat(visitor.as(
                                circo.ien(),
                                post(path + "/questionnaire")
                                        .param("vu", visitor.shown(circo.ien(), path + "/questionnaire"))
                                        .param("section", "C")
                                        .param("genre1", "TEXT")
                                        .param("texte1", "Qu'attendez-vous de l'ENT ?"))
                        .getRedirectedUrl())
                .isEqualTo(path + "/questionnaire");
        assertThat(visitor.page(circo.ien(), path + "/questionnaire").select("a[href$=preparation]"))
                .isNotEmpty();
        visitor.as(circo.ien(), post(path + "/lancement"));
        driver.theCase("needsCampaign", campaign(path).id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        Survey survey = campaigns.surveyOf(campaign(path), circo.schools().get(0));
        var theCase = driver.theCase("needsSurvey", survey.id());
        assertThat(surveyFacts.remembered(survey.id()))
                .containsEntry("ownQuestions", "TEXT¦Qu'attendez-vous de l'ENT ?¦")
                .containsEntry("sectionsOff", "B,D,E,F,G,H");
        var answer = fr.forment.campaign.NeedsGround.goodAnswer();
        answer.put("ownText1", "Moins de papier");
        theCase.completes("answer", answer).isEnded();
        assertThat(visitor.page(circo.directors().get(0), "/enquete/" + survey.id())
                        .text())
                .contains("Qu'attendez-vous de l'ENT ? Moins de papier");
    }

    @Test
    void previewsTheVeryLetterAndWritesNothingBeforeTheClick() throws Exception {
        String path = prepared();
        visitor.as(circo.ien(), post(path + "/lancement"));
        driver.theCase("needsCampaign", campaign(path).id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        Survey survey = campaigns.surveyOf(campaign(path), circo.schools().get(0));
        var ask = new String[] {
            String.valueOf(survey.id()),
            String.valueOf(
                    campaigns.surveyOf(campaign(path), circo.schools().get(2)).id())
        };
        Document tooEarly = Jsoup.parse(
                visitor.as(circo.erun(), post(path + "/relances/apercu").param("enquete", ask))
                        .getContentAsString());
        assertThat(tooEarly.text())
                .contains(
                        "Aucune de ces écoles ne peut être relancée",
                        "2 écoles ont reçu un courriel",
                        "pas avant le 14/09/2026");
        assertThat(tooEarly.select("button:contains(Relancer)")).isEmpty();
        driver.travelTo(LocalDate.of(2026, 9, 14));
        Document preview = Jsoup.parse(
                visitor.as(circo.erun(), post(path + "/relances/apercu").param("enquete", ask))
                        .getContentAsString());
        assertThat(preview.text())
                .contains(circo.directors().get(0).fullName(), "École d'essai 1 (Commune-1)", "2 écoles recevront");
        assertThat(campaigns.letters("remind:" + survey.id())).isEmpty();
        assertThat(campaigns.departures(survey)).hasSize(1);
        visitor.as(circo.erun(), post(path + "/relances").param("enquete", ask));
        driver.runDue();
        assertThat(campaigns.letters("remind:" + survey.id())).singleElement().satisfies(letter -> assertThat(
                        preview.select("pre").text())
                .isEqualToNormalizingWhitespace(letter.bodyText()));
    }

    @Test
    void notesWhenASchoolWishesToBeCalled() throws Exception {
        String path = prepared();
        visitor.as(circo.ien(), post(path + "/lancement"));
        driver.theCase("needsCampaign", campaign(path).id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        Survey survey = campaigns.surveyOf(campaign(path), circo.schools().get(0));
        var wish = post("/enquete/" + survey.id() + "/appel")
                .param("moment", "MIDI")
                .param("telephone", "02 99 00 00 00");
        assertThat(visitor.as(circo.directors().get(2), wish).getStatus()).isEqualTo(404);
        assertThat(visitor.as(circo.erun(), wish).getStatus()).isEqualTo(403);
        visitor.as(
                circo.directors().get(0),
                post("/enquete/" + survey.id() + "/appel")
                        .param("moment", "MIDI")
                        .param("telephone", "chez moi"));
        assertThat(visitor.page(circo.erun(), path).text()).doesNotContain("À appeler");
        visitor.as(circo.directors().get(0), wish);
        assertThatMails(campaigns.letters("call:" + survey.id()))
                .isOne()
                .isTo(circo.erun())
                .says("École d'essai 1")
                .doesNotSay("02 99");
        assertThat(visitor.page(circo.erun(), path).text())
                .contains("À appeler 1", "À la pause de midi", "02 99 00 00 00");
        visitor.as(circo.erun(), post(path + "/appels/" + survey.id()));
        assertThat(visitor.page(circo.erun(), path).text()).doesNotContain("À appeler");
    }

    @Test
    void showsTheRateByDayAsADrawingAndAsATable() throws Exception {
        String path = prepared();
        visitor.as(circo.ien(), post(path + "/lancement"));
        driver.theCase("needsCampaign", campaign(path).id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        assertThat(visitor.page(circo.erun(), path).text()).contains("Aucune réponse pour l'instant");
        driver.travelTo(LocalDate.of(2026, 9, 10));
        driver.theCase(
                        "needsSurvey",
                        campaigns
                                .surveyOf(campaign(path), circo.schools().get(0))
                                .id())
                .completes("answer", NeedsGround.goodAnswer());
        Document page = visitor.page(circo.erun(), path);
        assertThat(page.select("svg[role=img] title").text()).contains("33 % à ce jour", "seuil 80 %");
        assertThat(page.select("svg polyline").attr("points")).isEqualTo("0,200 100,200 100,134 100,134");
        assertThat(page.select("caption:contains(Réponses par jour) ~ tbody tr").text())
                .isEqualTo("10/09/2026 1 1 33 %");
        assertThat(page.text()).contains("La moitié des réponses reçues sont arrivées en 3 jours");
    }

    @Test
    void pausesGoesOnAndGivesTimeOnlyToThoseWhoLead() throws Exception {
        String path = prepared();
        visitor.as(circo.ien(), post(path + "/lancement"));
        driver.theCase("needsCampaign", campaign(path).id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        assertThat(visitor.as(circo.secretary(), post(path + "/pause").param("motif", "non"))
                        .getStatus())
                .isEqualTo(403);
        visitor.as(circo.erun(), post(path + "/pause").param("motif", "Panne"));
        assertThat(visitor.page(circo.secretary(), path).text()).contains("Campagne suspendue depuis le 07/09/2026");
        visitor.as(circo.erun(), post(path + "/reprise"));
        visitor.as(circo.erun(), post(path + "/echeance").param("echeance", "2026-10-02"));
        assertThat(campaign(path).deadline()).isEqualTo("2026-10-02");
        assertThat(campaign(path).state()).isEqualTo(CampaignState.OUVERTE);
    }

    @Test
    void showsHowTheSurveysLeave() throws Exception {
        String path = prepared();
        visitor.as(circo.ien(), post(path + "/lancement"));
        assertThat(visitor.page(circo.secretary(), path).select("progress[data-advance]"))
                .as("not before the day")
                .isEmpty();
        jdbc.sql("UPDATE campaign SET opens_on = DATE '2026-09-01' WHERE id = ?")
                .param(campaign(path).id())
                .update();
        assertThat(visitor.page(circo.secretary(), path)
                        .select("label[for=barre]")
                        .text())
                .contains("il commence");
        assertThat(visitor.as(circo.secretary(), get(path + "/avancement.json")).getContentAsString())
                .isEqualTo("{\"busy\":true,\"done\":0,\"total\":0}");
        driver.theCase("needsCampaign", campaign(path).id()).waitsAt("waitForAnswers");
        assertThat(visitor.as(circo.secretary(), get(path + "/avancement.json")).getContentAsString())
                .isEqualTo("{\"busy\":false,\"done\":3,\"total\":3}");
        assertThat(visitor.as(circo.dsi(), get(path + "/avancement.json")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void leavesADraftBehindWithoutATrace() throws Exception {
        String path = prepared();
        assertThat(visitor.as(circo.secretary(), post(path + "/lancement")).getStatus())
                .isEqualTo(403);
        visitor.as(circo.ien(), post(path + "/abandon"));
        assertThat(campaign(path).state()).isEqualTo(CampaignState.ABANDONNEE);
        assertThat(prepared()).as("its schools are free again").isNotEqualTo(path);
        assertThat(visitor.page(circo.erun(), "/besoins").select("tbody tr")).hasSize(2);
        assertThat(visitor.as(circo.directors().get(0), get("/besoins")).getStatus())
                .isEqualTo(403);
    }
}
