package fr.forment.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignCourseService;
import fr.forment.campaign.CampaignDraftService;
import fr.forment.campaign.CampaignState;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.project.ProjectGround;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The dates of campaigns against the calendar, against each other, and as the pages tell them. */
@HouseTest
class CampaignCalendarTest {

    @Autowired
    Visitor visitor;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    ProjectGround stages;

    @Autowired
    Needs needs;

    @Autowired
    CampaignCourseService course;

    @Autowired
    CampaignDraftService drafts;

    TestGround.Circo circo;

    @BeforeEach
    void threeSchools() {
        circo = ground.circonscription(3);
    }

    private MockHttpServletRequestBuilder draft(String title, String opensOn, String deadline) {
        return post("/besoins/nouvelle")
                .param("titre", title)
                .param("perimetre", "CIRCONSCRIPTION")
                .param("circonscription", circo.uai())
                .param("ouverture", opensOn)
                .param("echeance", deadline)
                .param("seuil", "80");
    }

    private String launched(String title, String opensOn, String deadline) throws Exception {
        String where = visitor.as(circo.ien(), draft(title, opensOn, deadline)).getRedirectedUrl();
        assertThat(where).endsWith("/preparation");
        String path = where.substring(0, where.length() - "/preparation".length());
        visitor.as(circo.ien(), post(path + "/lancement"));
        return path;
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
    void refusesMoreTimeThatWouldReachAnotherSurvey() throws Exception {
        String first = launched("Rentrée", "2026-09-07", "2026-09-25");
        TheCase theCase = driver.theCase("needsCampaign", campaign(first).id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        launched("Essai", "2026-10-12", "2026-11-09");
        driver.travelTo(LocalDate.of(2026, 9, 21));
        assertThat(visitor.page(circo.ien(), first).select(".notice.warn"))
                .as("more than a fortnight apart")
                .isEmpty();
        assertThatThrownBy(() -> course.extend(campaign(first).id(), "2026-10-02", null))
                .hasMessageContainingAll(
                        "« Essai » interroge aussi 3 de ces écoles", "lundi 12 octobre 2026", "déplacez « Essai »");
        assertThat(campaign(first).deadline()).isEqualTo("2026-09-25");
        theCase.fires("deadlinePassed").waitsAt("decideClosing");
        assertThat(theCase.refuses("decideClosing", Map.of("decision", "EXTEND", "newDeadline", "2026-10-09")))
                .contains("« Essai » interroge aussi");
    }

    @Test
    void saysHowFarTheDeadlineMayGo() throws Exception {
        String first = launched("Rentrée", "2026-09-07", "2026-09-25");
        driver.theCase("needsCampaign", campaign(first).id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        launched("Essai", "2026-11-09", "2026-11-27");
        driver.travelTo(LocalDate.of(2026, 9, 21));
        assertThatThrownBy(() -> course.extend(campaign(first).id(), "2026-11-03", null))
                .hasMessageContaining("l'échéance va au plus tard au vendredi 16 octobre 2026");
        ground.as(circo.ien());
        course.extend(campaign(first).id(), "2026-10-16", null);
        assertThat(campaign(first).deadline()).isEqualTo("2026-10-16");
    }

    @Test
    void refusesAPauseThatLeavesNoRoomBeforeAnotherSurvey() throws Exception {
        String first = launched("Rentrée", "2026-09-07", "2026-09-25");
        driver.theCase("needsCampaign", campaign(first).id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        launched("Essai", "2026-10-12", "2026-11-09");
        driver.travelTo(LocalDate.of(2026, 9, 21));
        ground.as(circo.ien());
        assertThatThrownBy(() -> course.pause(campaign(first).id(), "Panne"))
                .hasMessageContainingAll(
                        "« Essai » interroge aussi 3 de ces écoles",
                        "deux enquêtes dans la même quinzaine",
                        "même d'un jour",
                        "Déplacez « Essai »");
        assertThat(campaign(first).isPaused()).isFalse();
    }

    @Test
    void goesOnInTimeOrWithAnotherDeadlineOrAfterTheOther() throws Exception {
        String first = launched("Rentrée", "2026-09-07", "2026-09-25");
        TheCase theCase = driver.theCase("needsCampaign", campaign(first).id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        String second = launched("Essai", "2026-11-02", "2026-11-23");
        driver.travelTo(LocalDate.of(2026, 9, 14));
        visitor.as(circo.erun(), post(first + "/pause").param("motif", "Pan\u0000ne"));
        assertThat(needs.history(campaign(first).id()))
                .extracting(entry -> entry.why())
                .contains("Panne");
        driver.travelTo(LocalDate.of(2026, 10, 5));
        Document paused = visitor.page(circo.erun(), first);
        assertThat(paused.select(".notice.warn").text())
                .contains("le 16/10/2026 si elle reprend aujourd'hui", "Reprenez au plus tard le 05/10/2026");
        driver.travelTo(LocalDate.of(2026, 10, 7));
        ground.as(circo.erun());
        assertThatThrownBy(() -> course.resume(campaign(first).id(), null))
                .hasMessageContainingAll(
                        "« Essai » interroge aussi 3 de ces écoles",
                        "une échéance au plus tard le vendredi 16 octobre 2026",
                        "déplacez « Essai »",
                        "reprenez à partir du mardi 8 décembre 2026");
        assertThatThrownBy(() -> course.resume(campaign(first).id(), "2026-10-20"))
                .hasMessageContaining("n'est pas un jour de classe");
        assertThat(visitor.as(
                                circo.ien(),
                                post(second + "/modification")
                                        .param("vu", visitor.shown(circo.ien(), second + "/modification"))
                                        .param("titre", "Essai")
                                        .param("perimetre", "CIRCONSCRIPTION")
                                        .param("circonscription", circo.uai())
                                        .param("ouverture", "2026-10-12")
                                        .param("echeance", "2026-11-09")
                                        .param("seuil", "80"))
                        .getContentAsString())
                .as("the other may not come nearer to one that is paused")
                .contains("« Rentrée » interroge déjà 3 de ces écoles", "au mardi 3 novembre 2026");
        visitor.as(circo.erun(), post(first + "/reprise").param("echeance", "2026-10-16"));
        assertThat(campaign(first).isPaused()).isFalse();
        assertThat(campaign(first).deadline()).isEqualTo("2026-10-16");
        assertThat(theCase.waitsAt("waitForAnswers").dateOf("deadlinePassed")).isEqualTo("2026-10-16T18:00");
    }

    @Test
    void goesOnOnceTheOtherIsMoved() throws Exception {
        String first = launched("Rentrée", "2026-09-07", "2026-09-25");
        driver.theCase("needsCampaign", campaign(first).id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        String second = launched("Essai", "2026-11-02", "2026-11-23");
        driver.travelTo(LocalDate.of(2026, 9, 14));
        visitor.as(circo.erun(), post(first + "/pause").param("motif", "Panne"));
        driver.travelTo(LocalDate.of(2026, 10, 8));
        visitor.as(circo.erun(), post(first + "/reprise"));
        assertThat(campaign(first).isPaused()).as("refused").isTrue();
        visitor.as(
                circo.ien(),
                post(second + "/modification")
                        .param("vu", visitor.shown(circo.ien(), second + "/modification"))
                        .param("titre", "Essai")
                        .param("perimetre", "CIRCONSCRIPTION")
                        .param("circonscription", circo.uai())
                        .param("ouverture", "2026-11-30")
                        .param("echeance", "2026-12-17")
                        .param("seuil", "80"));
        visitor.as(circo.erun(), post(first + "/reprise"));
        assertThat(campaign(first).isPaused()).isFalse();
    }

    @Test
    void theSurveyOfAProjectEndsBeforeTheFirstVagueOpens() throws Exception {
        long project = stages.created(circo, 1).id();
        driver.theCase("entProject", project)
                .completes("frame", stages.framing())
                .waitsAt("needsGathered");
        Campaign campaign = needs.ofProject(project).orElseThrow();
        LocalDate opening = ProjectGround.FIRST_OPENING;
        String refused = visitor.as(
                        circo.ien(),
                        post("/besoins/" + campaign.id() + "/modification")
                                .param("vu", visitor.shown(circo.ien(), "/besoins/" + campaign.id() + "/modification"))
                                .param("ouverture", "2026-09-14")
                                .param("echeance", opening.toString())
                                .param("seuil", "75"))
                .getContentAsString();
        assertThat(Jsoup.parse(refused).select("[role=alert]").text())
                .contains("la première ouvre le", "au plus tard le");
        assertThat(campaign("/besoins/" + campaign.id()).deadline()).isEqualTo(campaign.deadline());
        TheCase theCase = driver.theCase("needsCampaign", campaign.id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        theCase.fires("deadlinePassed").waitsAt("decideClosing");
        driver.travelTo(opening.minusDays(20));
        assertThat(theCase.refuses("decideClosing", Map.of("decision", "EXTEND", "newDeadline", opening.toString())))
                .contains("la première ouvre le");
    }

    @Test
    void saysWhenItOpensInsteadOfARateOfNothing() throws Exception {
        String path = launched("Rentrée", "2026-09-07", "2026-09-25");
        assertThat(figure(visitor.page(circo.erun(), path), "Réponses"))
                .isEqualTo("L'enquête ouvre le 07/09/2026 ; aucune école n'est encore interrogée.");
        assertThat(visitor.page(circo.erun(), path).text())
                .doesNotContain("seuil atteint", "0 sur 0", "100 %", "Aucune école n'est en attente");
    }

    @Test
    void refusesDatesTheWrongWayRoundOrBeyondTheCalendar() throws Exception {
        assertThat(visitor.as(circo.ien(), draft("Essai", "2026-09-25", "2026-09-07"))
                        .getContentAsString())
                .contains("Les deux dates sont inversées", "vendredi 25 septembre 2026");
        assertThat(visitor.as(circo.ien(), draft("Essai", "2036-11-10", "2036-11-28"))
                        .getContentAsString())
                .contains("trop lointaine", "18 mois");
        assertThat(visitor.as(circo.ien(), draft("Essai", "2027-11-08", "2027-11-26"))
                        .getContentAsString())
                .contains("Le calendrier scolaire (Zone B) n'est connu que jusqu'au");
    }

    @Test
    void saysWhatWasNotDoneToACampaignThatIsNoDraftAnyMore() throws Exception {
        String path = launched("Rentrée", "2026-09-07", "2026-09-25");
        assertThatThrownBy(() -> drafts.discard(campaign(path).id()))
                .hasMessageContaining("elle n'a pas été abandonnée");
        assertThatThrownBy(() -> drafts.launch(campaign(path).id()))
                .hasMessageContaining("rien n'a été lancé une seconde fois");
    }

    @Test
    void changesDatesAndSchoolsUntilItOpens() throws Exception {
        String path = launched("Rentrée", "2026-09-07", "2026-09-25");
        TheCase theCase = driver.theCase("needsCampaign", campaign(path).id()).waitsAt("untilOpening");
        Document form = visitor.page(circo.ien(), path + "/modification");
        assertThat(form.select("#titre").val()).isEqualTo("Rentrée");
        assertThat(form.select("#ouverture").val()).isEqualTo("2026-09-07");
        assertThat(form.select("input[name=circonscription][checked]").val()).isEqualTo(circo.uai());
        assertThat(visitor.as(circo.secretary(), get(path + "/modification")).getStatus())
                .isEqualTo(403);
        var change = post(path + "/modification")
                .param("vu", visitor.shown(circo.ien(), path + "/modification"))
                .param("titre", "Automne")
                .param("perimetre", "ECOLE")
                .param("ecoles", circo.schools().get(0) + " " + circo.schools().get(1))
                .param("ouverture", "2026-09-14")
                .param("echeance", "2026-10-02")
                .param("seuil", "70");
        assertThat(visitor.as(circo.secretary(), change).getStatus()).isEqualTo(403);
        assertThat(visitor.as(circo.ien(), change).getRedirectedUrl()).isEqualTo(path);
        theCase.waitsAt("untilOpening").passed("replanned");
        assertThat(theCase.dateOf("openingDayCame")).isEqualTo("2026-09-14T08:00");
        assertThat(visitor.page(circo.ien(), path).text())
                .contains(
                        "Automne",
                        "Dates ou écoles changées avant l'ouverture",
                        "lundi 7 septembre 2026 – vendredi 25 septembre 2026");
        assertThat(visitor.as(
                                circo.ien(),
                                post(path + "/modification")
                                        .param("vu", visitor.shown(circo.ien(), path + "/modification"))
                                        .param("titre", "Automne")
                                        .param("perimetre", "CIRCONSCRIPTION")
                                        .param("circonscription", circo.uai())
                                        .param("ouverture", "2026-09-13")
                                        .param("echeance", "2026-10-02")
                                        .param("seuil", "70"))
                        .getContentAsString())
                .contains("pas un jour de classe");
        theCase.fires("openingDayCame").waitsAt("waitForAnswers");
        assertThat(needs.surveys(campaign(path).id())).hasSize(2);
        assertThat(theCase.dateOf("deadlinePassed")).isEqualTo("2026-10-02T18:00");
        assertThat(visitor.as(circo.ien(), change).getContentAsString())
                .contains("ne peut plus être changée", "se suspend ou se prolonge");
        assertThat(visitor.page(circo.ien(), path).text()).doesNotContain("Changer les dates", "Retirer la campagne");
    }

    @Test
    void opensAtOnceWhenReplannedForToday() throws Exception {
        String path = launched("Rentrée", "2026-09-07", "2026-09-25");
        TheCase theCase = driver.theCase("needsCampaign", campaign(path).id()).waitsAt("untilOpening");
        visitor.as(
                circo.ien(),
                post(path + "/modification")
                        .param("vu", visitor.shown(circo.ien(), path + "/modification"))
                        .param("titre", "Rentrée")
                        .param("perimetre", "CIRCONSCRIPTION")
                        .param("circonscription", circo.uai())
                        .param("ouverture", "2026-09-01")
                        .param("echeance", "2026-09-25")
                        .param("seuil", "80"));
        theCase.waitsAt("waitForAnswers").passed("replanned").didNotPass("openingDayCame");
    }

    @Test
    void isCalledOffBeforeItOpensAndNoSchoolEverHears() throws Exception {
        String path = launched("Rentrée", "2026-09-07", "2026-09-25");
        TheCase theCase = driver.theCase("needsCampaign", campaign(path).id()).waitsAt("untilOpening");
        assertThat(visitor.as(circo.secretary(), post(path + "/retrait").param("motif", "non"))
                        .getStatus())
                .isEqualTo(403);
        visitor.as(circo.ien(), post(path + "/retrait").param("motif", " "));
        assertThat(campaign(path).state()).as("not without a motive").isEqualTo(CampaignState.PROGRAMMEE);
        visitor.as(circo.ien(), post(path + "/retrait").param("motif", "Doublon avec l'enquête du département"));
        theCase.isEnded().passed("calledOff", "withdrawn").didNotPass("openSurveys");
        assertThat(campaign(path).state()).isEqualTo(CampaignState.ABANDONNEE);
        assertThat(needs.surveys(campaign(path).id())).isEmpty();
        assertThat(visitor.page(circo.erun(), path).text())
                .contains(
                        "Campagne retirée avant l'ouverture",
                        "Doublon avec l'enquête du département",
                        "Aucune école n'a été interrogée");
        assertThat(launched("Autre", "2026-09-07", "2026-09-25"))
                .as("its schools are free again")
                .isNotEqualTo(path);
    }

    @Test
    void theSurveyOfAProjectChangesItsDatesOnly() throws Exception {
        long project = stages.created(circo, 1).id();
        driver.theCase("entProject", project)
                .completes("frame", stages.framing())
                .waitsAt("needsGathered");
        Campaign campaign = needs.ofProject(project).orElseThrow();
        String path = "/besoins/" + campaign.id();
        assertThat(visitor.page(circo.ien(), path + "/modification").select("#titre, #ecoles"))
                .isEmpty();
        visitor.as(
                circo.ien(),
                post(path + "/modification")
                        .param("vu", visitor.shown(circo.ien(), path + "/modification"))
                        .param("titre", "Autre")
                        .param("ouverture", "2026-09-15")
                        .param("echeance", "2026-10-05")
                        .param("seuil", "75"));
        assertThat(campaign(path)).satisfies(now -> {
            assertThat(now.opensOn()).isEqualTo("2026-09-15");
            assertThat(now.threshold()).isEqualTo(75);
            assertThat(now.projectId()).isEqualTo(project);
        });
        assertThat(driver.theCase("needsCampaign", campaign.id()).dateOf("openingDayCame"))
                .isEqualTo("2026-09-15T08:00");
        ground.as(circo.ien());
        assertThatThrownBy(() -> drafts.callOff(campaign.id(), "Non")).hasMessageContaining("abandonnez le projet");
        assertThat(standing(project)).contains("L'enquête ouvre le mardi 15 septembre 2026");
        driver.theCase("needsCampaign", campaign.id()).fires("openingDayCame").waitsAt("waitForAnswers");
        assertThat(needs.surveys(campaign.id())).hasSize(3);
    }

    @Test
    void aProjectTellsTheDeadlineOfTodayAndWhereItsSurveyStands() throws Exception {
        long project = stages.created(circo, 1).id();
        driver.theCase("entProject", project)
                .completes("frame", stages.framing())
                .waitsAt("needsGathered");
        Campaign campaign = needs.ofProject(project).orElseThrow();
        assertThat(standing(project))
                .contains("L'enquête ouvre le lundi 14 septembre 2026", "jusqu'au mercredi 30 septembre 2026");
        TheCase theCase = driver.theCase("needsCampaign", campaign.id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        ground.as(circo.ien());
        course.extend(campaign.id(), "2026-10-06", null);
        driver.runDue();
        assertThat(standing(project))
                .contains("répondent à l'enquête jusqu'au mardi 6 octobre 2026", "0 école a répondu sur 3");
        theCase.fires("deadlinePassed").waitsAt("decideClosing");
        assertThat(standing(project))
                .contains("L'échéance de l'enquête est passée le mardi 6 octobre 2026", "L'IEN, qui décide de clore");
        theCase.completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Cela\u0000 suffit"))
                .waitsAt("reviewGrid");
        assertThat(needs.history(campaign.id()))
                .extracting(entry -> entry.why())
                .as("NUL, which PostgreSQL refuses, is left out")
                .contains("Cela suffit");
        assertThat(standing(project))
                .contains("close et dépouillée", "relisent la grille")
                .doesNotContain("répondent à l'enquête");
    }

    private String standing(long project) throws Exception {
        return visitor.page(circo.ien(), "/projets/" + project)
                .select("section[aria-labelledby=etat], section[aria-labelledby=attendus]")
                .text();
    }
}
