package fr.forment.campaign.web;

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
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.survey.Survey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The owner of a campaign composes its questionnaire, and reads what it brought. */
@HouseTest
class QuestionnairePagesTest {

    private static final LocalDate OPENS = LocalDate.of(2026, 9, 14);

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

    TestGround.Circo circo;
    Campaign campaign;
    String path;

    @BeforeEach
    void aCampaignToCome() {
        circo = ground.circonscription(2);
        campaign = campaigns.campaign(circo, OPENS, LocalDate.of(2026, 10, 9), 50);
        driver.runDue();
        path = "/besoins/" + campaign.id();
    }

    private MockHttpServletRequestBuilder composed() throws Exception {
        return post(path + "/questionnaire")
                .param("vu", visitor.shown(circo.ien(), path + "/questionnaire"))
                .param("section", "C", "D", "E", "F", "H")
                .param("genre1", "CHOICE")
                .param("texte1", "Le mercredi convient ?")
                .param("choix1", "Oui\nNon\n\nOui")
                .param("genre2", "NUMBER")
                .param("texte2", "Combien d'élèves = absents ; ce jour ?")
                .param("genre3", "TEXT")
                .param("texte3", " ")
                .param("genre4", "CHOICES")
                .param("texte4", "Quels outils ?")
                .param("choix4", "Blog\nMessagerie");
    }

    private Survey opened(int school) {
        driver.travelTo(OPENS);
        return campaigns.surveyOf(campaign, circo.schools().get(school));
    }

    @Test
    void asksOnlyTheSectionsKeptAndTheQuestionsAdded() throws Exception {
        assertThat(visitor.as(circo.erun(), composed()).getRedirectedUrl()).isEqualTo(path + "/questionnaire");
        Document page = visitor.page(circo.erun(), path + "/questionnaire");
        assertThat(page.select("h3").eachText())
                .doesNotContain("B. Ce qui existe", "G. Les parents")
                .contains("Les questions de votre circonscription");
        assertThat(page.select("li").eachText())
                .anyMatch(line -> line.equals("Le mercredi convient ? (un choix : Oui ; Non)"));
        Survey survey = opened(0);
        var theCase = driver.theCase("needsSurvey", survey.id());
        assertThat(remembered(survey))
                .containsEntry("sectionsOff", "B,G")
                .containsEntry(
                        "ownQuestions",
                        "CHOICE¦Le mercredi convient ?¦1=Oui±2=Non¤NUMBER¦Combien d'élèves absents ce jour ?¦¤CHOICES¦Quels outils ?¦1=Blog±2=Messagerie");
        Map<String, Object> answer = goodAnswer();
        answer.keySet().removeAll(List.of("entUse", "charter"));
        answer.put("parentInfo", "[\"TRADUCTION\"]");
        answer.put("ownChoice1", "3");
        assertThat(theCase.refuses("answer", answer)).contains("« Le mercredi convient ? »");
        answer.put("ownChoice1", "2");
        answer.put("ownNumber2", 4);
        answer.put("ownChoices3", "[\"1\",\"2\"]");
        answer.put("ownText5", "nobody asked");
        theCase.completes("answer", answer).isEnded();
        var kept = needs.answer(survey.id()).orElseThrow().answers();
        assertThat(kept.text("ownChoice1")).isEqualTo("2");
        assertThat(kept.text("parentInfo") + kept.text("ownText5"))
                .as("what is not asked is not kept")
                .isEmpty();
        assertThat(visitor.page(circo.directors().get(0), "/enquete/" + survey.id())
                        .text())
                .contains("Le mercredi convient ? Non", "Blog ; Messagerie");
        assertThat(visitor.page(circo.cpc(), path + "/reponses").text()).contains("Non : 1", "4 en tout", "Blog : 1");
        assertThat(visitor.as(circo.cpc(), get(path + "/reponses.csv"))
                        .getContentAsString()
                        .lines()
                        .toList())
                .satisfies(lines -> {
                    assertThat(lines.get(0))
                            .contains(";Le mercredi convient ?;")
                            .doesNotContain("Lequel");
                    assertThat(lines.get(1)).startsWith(survey.schoolUai()).contains(";Non;4;\"Blog ; Messagerie\"");
                });
    }

    @Test
    void changesNothingOnceTheFirstSchoolIsAsked() throws Exception {
        opened(0);
        var refused = visitor.as(circo.erun(), composed());
        assertThat(Jsoup.parse(refused.getContentAsString()).text())
                .contains("L'enquête est ouverte : ses questions ne changent plus");
        assertThat(visitor.page(circo.erun(), path + "/questionnaire").select("form[action$=questionnaire]"))
                .isEmpty();
        assertThat(remembered(campaigns.surveyOf(campaign, circo.schools().get(0))))
                .containsEntry("ownQuestions", "");
    }

    @Test
    void saysWhatToMendAndKeepsWhatWasTyped() throws Exception {
        var page = Jsoup.parse(visitor.as(
                        circo.ien(),
                        post(path + "/questionnaire")
                                .param("vu", visitor.shown(circo.ien(), path + "/questionnaire"))
                                .param("section", "B")
                                .param("genre1", "CHOICE")
                                .param("texte1", "Quand ?")
                                .param("choix1", "Jamais"))
                .getContentAsString());
        assertThat(page.text()).contains("Question 1 : proposez au moins deux choix");
        assertThat(page.select("#texte1").val()).isEqualTo("Quand ?");
        assertThat(page.select("#choix1").text()).isEqualTo("Jamais");
        assertThat(page.select("input[name=section][checked]")).hasSize(1);
        assertThat(visitor.as(
                                circo.ien(),
                                post(path + "/questionnaire")
                                        .param("vu", visitor.shown(circo.ien(), path + "/questionnaire"))
                                        .param("genre1", "PIRATE")
                                        .param("texte1", "Quand ?"))
                        .getContentAsString())
                .contains("dites comment on y répond");
    }

    @Test
    void isComposedByThoseWhoLeadIt() throws Exception {
        assertThat(visitor.as(circo.secretary(), get(path + "/questionnaire")).getStatus())
                .isEqualTo(200);
        assertThat(visitor.as(circo.secretary(), composed()).getStatus()).isEqualTo(403);
        for (Agent stranger : List.of(
                circo.directors().get(0),
                circo.supplier(),
                ground.circonscription(0).ien())) {
            assertThat(visitor.as(stranger, get(path + "/questionnaire")).getStatus())
                    .isEqualTo(404);
            assertThat(visitor.as(stranger, composed()).getStatus()).isEqualTo(404);
            assertThat(visitor.as(stranger, get(path + "/reponses")).getStatus())
                    .isEqualTo(404);
            assertThat(visitor.as(stranger, get(path + "/reponses.csv")).getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void takesUpWhatTheSchoolSaidLastTime() throws Exception {
        Survey survey = opened(0);
        driver.theCase("needsSurvey", survey.id()).completes("answer", answerWith("tablets", "PARTAGE"));
        Campaign next = campaigns.campaign(circo, LocalDate.of(2026, 11, 9), LocalDate.of(2026, 12, 4), 50);
        driver.travelTo(LocalDate.of(2026, 11, 9));
        Survey again = campaigns.surveyOf(next, survey.schoolUai());
        ground.as(circo.directors().get(0));
        assertThat(remembered(again))
                .containsEntry("tablets", "PARTAGE")
                .containsEntry("slots", List.of("MERCREDI_APRES_MIDI", "SOIR"))
                .doesNotContainKeys("priority1", "otherNeed", "wave");
    }

    @Autowired
    fr.forment.campaign.SurveyFacts facts;

    private Map<String, Object> remembered(Survey survey) {
        return facts.remembered(survey.id());
    }
}
