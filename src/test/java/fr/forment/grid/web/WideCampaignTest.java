package fr.forment.grid.web;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.grid.Grid;
import fr.forment.grid.GridLine;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.survey.Survey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A campaign of two circonscriptions, as the team of the one that does not lead it sees it. */
@HouseTest
public class WideCampaignTest {

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

    TestGround.Circo lead;
    TestGround.Circo second;
    Campaign campaign;
    String path;
    TheCase theCase;

    @BeforeEach
    void threeSchoolsOfOneAndTwoOfTheOther() throws Exception {
        lead = ground.circonscription(3);
        second = ground.circonscription(2);
        Agent numerique = ground.agent(NewAgent.inDepartement(
                "Numérique " + letters(lead.uai()),
                "Dominique",
                "ien-numerique" + System.nanoTime() + "@exemple.invalid",
                AgentFunction.IEN_NUMERIQUE,
                "035"));
        String where = visitor.as(
                        numerique,
                        post("/besoins/nouvelle")
                                .param("titre", "Deux circonscriptions")
                                .param("perimetre", "ECOLE")
                                .param(
                                        "ecoles",
                                        String.join("\n", lead.schools()) + "\n" + String.join("\n", second.schools()))
                                .param("ouverture", "2026-09-07")
                                .param("echeance", "2026-09-25")
                                .param("seuil", "80"))
                .getRedirectedUrl();
        path = where.replace("/preparation", "");
        visitor.as(numerique, post(path + "/lancement"));
        campaign =
                needs.find(Long.parseLong(path.substring("/besoins/".length()))).orElseThrow();
        assertThat(campaign.circonscriptionUai())
                .as("the one with most schools")
                .isEqualTo(lead.uai());
        theCase = driver.theCase("needsCampaign", campaign.id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
    }

    private static String figure(Document page, String label) {
        return page.select("dt").stream()
                .filter(dt -> dt.text().equals(label))
                .findFirst()
                .orElseThrow()
                .nextElementSibling()
                .text();
    }

    private void answers(String school) {
        Survey survey = campaigns.surveyOf(campaign, school);
        driver.theCase("needsSurvey", survey.id()).completes("answer", NeedsGround.goodAnswer());
    }

    /** Digits as letters: a name of this test's own. */
    private static String letters(String text) {
        return text.chars().mapToObj(c -> String.valueOf((char) ('a' + c % 26))).collect(Collectors.joining());
    }

    private GridLine line(String school) {
        return needGrid.lines(campaign.id()).stream()
                .filter(line -> line.schoolUai().equals(school))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsEachTeamItsOwnRatesAnswersAndSilentSchools() throws Exception {
        answers(second.schools().get(0));
        for (Agent reader : List.of(second.ien(), second.secretary())) {
            Document part = visitor.page(reader, path);
            assertThat(figure(part, "Réponses de vos écoles")).isEqualTo("50 % : 1 sur 2");
            assertThat(figure(part, "Toute la campagne")).isEqualTo("20 % : 1 sur 5 seuil : 80 %");
            assertThat(part.select("svg title").text()).contains("50 % à ce jour");
            assertThat(part.text())
                    .contains("mène la campagne", "En attente de réponse 1", "Historique", "Enquêtes envoyées");
            assertThat(part.select("div.wide")).isNotEmpty().allSatisfy(table -> assertThat(table.attr("tabindex"))
                    .as("reached from the keyboard")
                    .isEqualTo("0"));
            assertThat(part.select("button[name=toutes]").text())
                    .isEqualTo("Relancer toutes les écoles en attente (1)");
            assertThat(visitor.as(reader, get(path + "/suivi.csv"))
                            .getContentAsString()
                            .lines())
                    .as("title and two schools")
                    .hasSize(3);
            assertThat(visitor.as(reader, get(path + "/reponses.csv")).getContentAsString())
                    .contains(second.schools().get(0));
            assertThat(visitor.page(reader, path + "/reponses").text())
                    .contains("Une école a répondu", "vous lisez les réponses des écoles de la vôtre");
            assertThat(visitor.page(reader, path + "/questionnaire").select("form[action$=questionnaire]"))
                    .isEmpty();
        }
        assertThat(visitor.page(second.secretary(), path + "/reponses").text()).doesNotContain("École d'essai 3");
        answers(lead.schools().get(0));
        assertThat(visitor.as(second.secretary(), get(path + "/reponses.csv")).getContentAsString())
                .doesNotContain(lead.schools().get(0));
        assertThat(figure(visitor.page(lead.ien(), path), "Réponses")).startsWith("40 % : 2 sur 5");
        driver.travelTo(LocalDate.of(2026, 9, 15));
        Document all = Jsoup.parse(visitor.as(
                        second.secretary(),
                        post(path + "/relances/apercu")
                                .param("zone", second.uai())
                                .param("toutes", "oui"))
                .getContentAsString());
        assertThat(all.select("input[name=enquete]").eachAttr("value"))
                .as("the own silent one, without ticking")
                .containsExactly(String.valueOf(
                        campaigns.surveyOf(campaign, second.schools().get(1)).id()));
        assertThat(visitor.as(second.dsi(), get(path + "/reponses")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void eachTeamCorrectsTheFiguresOfItsOwnSchools() throws Exception {
        assertThat(visitor.page(second.secretary(), path + "/grille").select("form[action$=calcul]"))
                .isEmpty();
        visitor.as(second.cpc(), post(path + "/grille/calcul"));
        GridLine own = line(second.schools().get(0));
        String figure = path + "/grille/" + own.id();
        assertThat(visitor.page(second.ien(), figure).select("#personnes")).hasSize(1);
        assertThat(visitor.page(second.secretary(), figure).select("#personnes"))
                .as("reads, does not correct")
                .isEmpty();
        visitor.as(
                second.erun(),
                post(figure).param("version", "0").param("personnes", "7").param("motif", "Deux arrivent"));
        assertThat(line(second.schools().get(0)).people()).isEqualTo(7);
        assertThat(visitor.page(lead.cpc(), figure).text())
                .contains(second.erun().fullName(), "Deux arrivent");
        assertThat(visitor.as(
                                second.secretary(),
                                post(figure)
                                        .param("version", "1")
                                        .param("personnes", "1")
                                        .param("motif", "m"))
                        .getStatus())
                .isEqualTo(403);
        GridLine foreign = line(lead.schools().get(0));
        assertThat(visitor.as(
                                second.erun(),
                                post(path + "/grille/" + foreign.id())
                                        .param("version", "0")
                                        .param("personnes", "1")
                                        .param("motif", "m"))
                        .getStatus())
                .isEqualTo(404);
        visitor.as(lead.cpc(), post(figure + "/annuler").param("version", "1"));
        assertThat(line(second.schools().get(0)).people())
                .as("who leads may correct all")
                .isEqualTo(own.people());
    }

    @Test
    void theLeadingIenDecidesAndTheOtherIsTold() {
        answers(second.schools().get(0));
        theCase.fires("deadlinePassed").waitsAt("decideClosing");
        assertThat(campaigns.letters("alertIen:" + campaign.id()))
                .extracting(QueuedMail::toAddress)
                .containsExactly(lead.ien().email());
        assertThatMails(campaigns.letters("closingAwaited:" + campaign.id()))
                .isOne()
                .isTo(second.ien())
                .says(
                        "en tout, 1 sur 5",
                        "Dans votre circonscription : 1 sur 2",
                        "décide de la clore ou de la prolonger");
        theCase.completes(
                        "decideClosing",
                        Map.of(
                                "decision",
                                "EXTEND",
                                "newDeadline",
                                LocalDate.of(2026, 10, 9).toString(),
                                "reason",
                                "Panne du réseau"))
                .waitsAt("waitForAnswers");
        assertThatMails(campaigns.letters("closingDecided:" + campaign.id()))
                .isOne()
                .isTo(second.ien())
                .hasSubject("Enquête ENT : échéance repoussée au ven. 09/10")
                .says("Panne du réseau")
                .doesNotSay("close");
        theCase.fires("deadlinePassed")
                .waitsAt("decideClosing")
                .completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Les autres sont connues"))
                .waitsAt("reviewGrid");
        assertThat(campaigns.letters("closingDecided:" + campaign.id()))
                .hasSize(2)
                .last()
                .satisfies(letter -> {
                    assertThat(letter.subject()).isEqualTo("Enquête ENT : la campagne est close");
                    assertThat(letter).says("l'a close.", "En tout : 1 sur 5 (20 %)", "Les autres sont connues");
                });
    }
}
