package fr.forment.campaign.process;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static fr.forment.campaign.NeedsGround.goodAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.account.Role;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignEvent;
import fr.forment.campaign.CampaignState;
import fr.forment.campaign.LaunchService;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.grid.GridFigures;
import fr.forment.grid.GridFilter;
import fr.forment.journal.Journal;
import fr.forment.mail.QueuedMail;
import fr.forment.project.ProjectAbandoned;
import fr.forment.project.ProjectGround;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Every way through {@code needsCampaign}. */
@HouseTest
class NeedsCampaignPathTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 9, 30);
    private static final Map<String, String> CLOSE =
            Map.of("decision", "CLOSE", "reason", "Les écoles muettes sont connues de l'équipe");

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    LaunchService service;

    @Autowired
    Needs needs;

    @Autowired
    GridFigures gridFigures;

    @Autowired
    ProjectGround stages;

    @Autowired
    Projects projects;

    @Value("${forment.needs.chunk}")
    int chunk;

    TestGround.Circo circo;
    Campaign campaign;

    private TheCase begins(int schools, LocalDate opensOn) {
        circo = ground.circonscription(schools);
        campaign = campaigns.campaign(circo, opensOn, DEADLINE, 80);
        return driver.theCase("needsCampaign", campaign.id());
    }

    private void answers(int school) {
        driver.theCase(
                        "needsSurvey",
                        campaigns
                                .surveyOf(campaign, circo.schools().get(school))
                                .id())
                .completes("answer", goodAnswer());
    }

    private CampaignState state() {
        return needs.find(campaign.id()).orElseThrow().state();
    }

    @Test
    void goesStraightToTheGridWhenEverySchoolAnswers() {
        TheCase theCase = begins(2, TODAY).waitsAt("waitForAnswers");
        assertThat(state()).isEqualTo(CampaignState.OUVERTE);
        answers(0);
        theCase.waitsAt("waitForAnswers");
        answers(1);
        theCase.waitsAt("reviewGrid")
                .passed("waitForAnswers", "close", "consolidate", "closeSurveys")
                .didNotPass("alertIen", "deadlinePassed");
        assertThat(state()).isEqualTo(CampaignState.DEPOUILLEE);
        assertThat(theCase.candidatesOf("reviewGrid")).containsExactly("cpc." + circo.uai(), "erun." + circo.uai());
        assertThat(campaigns.letters("consolidate:" + campaign.id()))
                .extracting(QueuedMail::toAddress)
                .containsExactlyInAnyOrder(circo.cpc().email(), circo.erun().email());
        assertThat(theCase.refuses("reviewGrid", Map.of("remarks", "À revoir")))
                .contains("Cochez « La grille est relue »");
        theCase.completes("reviewGrid", Map.of("accepted", true, "remarks", "Rien à signaler"))
                .isEnded();
        theCase.passed("recordReview", "integrate", "needsGathered");
        assertThat(state()).isEqualTo(CampaignState.INTEGREE);
    }

    @Test
    void beginsWithTheFramingOfAProjectAndHandsItsNeedsOver() {
        circo = ground.circonscription(2);
        long project = stages.created(circo, 1).id();
        TheCase projectCase = driver.theCase("entProject", project)
                .completes("frame", stages.framing())
                .waitsAt("needsGathered");
        campaign = needs.ofProject(project).orElseThrow();
        TheCase theCase = driver.theCase("needsCampaign", campaign.id())
                .fires("openingDayCame")
                .waitsAt("waitForAnswers");
        answers(0);
        answers(1);
        theCase.completes("reviewGrid", Map.of("accepted", true)).isEnded();
        assertThat(projects.find(project).orElseThrow().state()).isEqualTo(ProjectState.PLAN);
        projectCase.waitsAt("planOutcome");
    }

    @Test
    void opensOnTheDayThatWasSet() {
        TheCase theCase = begins(1, LocalDate.of(2026, 9, 14)).waitsAt("untilOpening");
        assertThat(theCase.dateOf("openingDayCame")).isEqualTo("2026-09-14T08:00");
        assertThat(needs.surveys(campaign.id())).isEmpty();
        theCase.fires("openingDayCame").waitsAt("waitForAnswers");
        assertThat(needs.surveys(campaign.id())).hasSize(1);
    }

    @Test
    void asksNobodyTwiceWhenAChunkIsRunAgain() {
        begins(3, TODAY).waitsAt("waitForAnswers");
        assertThat(service.openSurveys(campaign.id())).isFalse();
        assertThat(service.openSurveys(campaign.id())).isFalse();
        assertThat(needs.surveys(campaign.id()))
                .hasSize(3)
                .extracting(Survey::schoolUai)
                .doesNotHaveDuplicates();
        assertThat(driver.running())
                .filteredOn(running -> running.startsWith("needsSurvey:"))
                .hasSize(3);
    }

    @Test
    void opensAndClosesMoreThanOneChunk() {
        TheCase theCase = begins(2 * chunk + 1, TODAY).waitsAt("waitForAnswers");
        assertThat(needs.surveys(campaign.id()))
                .hasSize(2 * chunk + 1)
                .extracting(Survey::schoolUai)
                .doesNotHaveDuplicates();
        theCase.fires("deadlinePassed").completes("decideClosing", CLOSE).waitsAt("reviewGrid");
        assertThat(needs.surveys(campaign.id())).extracting(Survey::state).containsOnly(SurveyState.SANS_REPONSE);
        assertThat(driver.running()).noneMatch(running -> running.startsWith("needsSurvey:"));
    }

    @Test
    void remindsOnlyTheSilentAndHelpsMoreTheSecondTime() {
        TheCase theCase = begins(2, TODAY).waitsAt("waitForAnswers");
        assertThat(theCase.dateOf("firstReminderDue")).isEqualTo("2026-09-21T08:00");
        assertThat(theCase.dateOf("lastReminderDue")).isEqualTo("2026-09-28T08:00");
        assertThat(theCase.dateOf("deadlinePassed")).isEqualTo("2026-09-30T18:00");
        answers(0);
        theCase.fires("firstReminderDue").fires("lastReminderDue").waitsAt("waitForAnswers");
        theCase.passed("remindFirst", "firstReminderSent", "remindLast", "lastReminderSent");
        Survey answered = campaigns.surveyOf(campaign, circo.schools().get(0));
        Survey silent = campaigns.surveyOf(campaign, circo.schools().get(1));
        assertThat(campaigns.letters("remind:" + answered.id())).isEmpty();
        assertThat(campaigns.letters("remind:" + silent.id()))
                .extracting(QueuedMail::template)
                .containsExactly("campaign/reminded", "campaign/remindedAgain");
        assertThat(campaigns.letters("remind:" + silent.id()).get(1))
                .says(circo.erun().fullName(), "dix minutes");
    }

    @Test
    void leavesASchoolInPeaceForFiveSchoolDays() {
        circo = ground.circonscription(1);
        campaign = campaigns.campaign(circo, TODAY, LocalDate.of(2026, 9, 10), 80);
        TheCase theCase = driver.theCase("needsCampaign", campaign.id()).waitsAt("waitForAnswers");
        theCase.passed("remindFirst");
        Survey silent = campaigns.surveyOf(campaign, circo.schools().get(0));
        assertThat(campaigns.letters("remind:" + silent.id()))
                .as("its date is before the invitation")
                .isEmpty();
        theCase.fires("lastReminderDue");
        assertThat(campaigns.letters("remind:" + silent.id()))
                .extracting(QueuedMail::template)
                .containsExactly("campaign/reminded");
    }

    @Test
    void goesOnByItselfWhenTheThresholdIsReached() {
        TheCase theCase = begins(5, TODAY).waitsAt("waitForAnswers");
        List.of(0, 1, 2, 3).forEach(this::answers);
        theCase.fires("deadlinePassed").waitsAt("reviewGrid").didNotPass("alertIen", "decideClosing");
        assertThat(needs.rate(campaign.id()).percent()).isEqualTo(80);
        assertThat(gridFigures.schools(campaign.id(), GridFilter.ALL, 0, Integer.MAX_VALUE))
                .filteredOn(school -> school.estimated())
                .hasSize(1);
    }

    @Test
    void letsTheIenCloseWithAMotive() {
        TheCase theCase = begins(2, TODAY).fires("deadlinePassed").waitsAt("decideClosing");
        assertThat(theCase.candidatesOf("decideClosing")).containsExactly("ien." + circo.uai());
        assertThat(campaigns.letters("alertIen:" + campaign.id()))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.toAddress()).isEqualTo(circo.ien().email());
                    assertThat(letter.subject()).contains("0 % de réponses");
                });
        theCase.fires("closingLate").passed("remindClosing");
        theCase.fires("closingOverdue").passed("escalateClosing").waitsAt("decideClosing");
        assertThat(theCase.refuses("decideClosing", Map.of())).contains("Choisissez");
        assertThat(theCase.refuses("decideClosing", Map.of("decision", "CLOSE", "reason", " ")))
                .contains("Indiquez pourquoi");
        theCase.completes("decideClosing", CLOSE).waitsAt("reviewGrid").passed("recordClosing", "consolidate");
        assertThat(needs.history(campaign.id()))
                .filteredOn(entry -> entry.what().equals(CampaignEvent.CLOSED.name()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.why()).isEqualTo(CLOSE.get("reason")));
    }

    @Test
    void letsTheIenExtendAndAsksAgain() {
        TheCase theCase = begins(2, TODAY).fires("deadlinePassed").waitsAt("decideClosing");
        assertThat(theCase.refuses("decideClosing", Map.of("decision", "EXTEND")))
                .contains("Indiquez la nouvelle échéance");
        assertThat(theCase.refuses("decideClosing", Map.of("decision", "EXTEND", "newDeadline", "2026-10-02")))
                .contains("5 à 30 jours de classe");
        assertThat(theCase.refuses("decideClosing", Map.of("decision", "EXTEND", "newDeadline", "2026-10-24")))
                .contains("n'est pas un jour de classe");
        theCase.completes("decideClosing", Map.of("decision", "EXTEND", "newDeadline", "2026-10-14"))
                .waitsAt("waitForAnswers");
        theCase.passed("announceExtension");
        assertThat(state()).isEqualTo(CampaignState.OUVERTE);
        assertThat(theCase.dateOf("deadlinePassed")).isEqualTo("2026-10-14T18:00");
        Survey silent = campaigns.surveyOf(campaign, circo.schools().get(0));
        assertThat(campaigns.letters("remind:" + silent.id()))
                .extracting(QueuedMail::template)
                .containsExactly("campaign/extended");
        theCase.fires("deadlinePassed").waitsAt("decideClosing");
        assertThat(theCase.formOf("decideClosing"))
                .as("the first decision is not offered again")
                .containsEntry("decision", null);
    }

    @Test
    void whatATimerDoesIsNotTheDoingOfWhoMovedTheClock() {
        TheCase theCase = begins(1, TODAY).waitsAt("waitForAnswers");
        ground.as(circo.ien());
        driver.travelTo(LocalDate.of(2026, 10, 1));
        theCase.waitsAt("decideClosing");
        assertThat(needs.history(campaign.id()))
                .filteredOn(entry -> entry.what().equals(CampaignEvent.DEADLINE_PASSED.name()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.byWhom()).isEqualTo(Journal.NOBODY));
    }

    @Test
    void handsTheSilentSchoolsToTheErun() {
        TheCase theCase = begins(2, TODAY).fires("deadlinePassed").waitsAt("decideClosing");
        assertThat(theCase.dateOf("answersOverdue")).isEqualTo("2026-10-05T08:00");
        theCase.fires("answersOverdue").waitsAt("decideClosing").passed("escalate", "escalated");
        Survey silent = campaigns.surveyOf(campaign, circo.schools().get(0));
        assertThat(silent.backup()).isEqualTo(Role.ERUN);
        assertThat(driver.theCase("needsSurvey", silent.id()).candidatesOf("answer"))
                .contains("erun." + circo.uai());
        assertThat(campaigns.letters("escalate:" + campaign.id()))
                .extracting(QueuedMail::toAddress)
                .containsExactlyInAnyOrder(circo.erun().email(), circo.ien().email());
        assertThat(campaigns.letters("escalate:" + campaign.id()).get(0))
                .says("École d'essai 1 (Commune-1)", "École d'essai 2 (Commune-2)");
    }

    @Test
    void needsNoDecisionOnceTheLastSchoolAnswersLate() {
        TheCase theCase = begins(1, TODAY).fires("deadlinePassed").waitsAt("decideClosing");
        answers(0);
        theCase.waitsAt("reviewGrid").passed("everySchoolHeard", "consolidate").didNotPass("recordClosing");
        assertThat(gridFigures.schools(campaign.id(), GridFilter.ALL, 0, Integer.MAX_VALUE))
                .noneMatch(school -> school.estimated());
    }

    @Test
    void waitsForNobodyWhenNoSchoolIsAsked() {
        begins(0, TODAY).waitsAt("reviewGrid").didNotPass("waitForAnswers");
        assertThat(needs.rate(campaign.id()).percent()).isEqualTo(100);
    }

    @Test
    void remindsThoseWhoAreToReview() {
        TheCase theCase = begins(0, TODAY).waitsAt("reviewGrid");
        theCase.fires("reviewOverdue").waitsAt("reviewGrid").passed("remindReview", "reviewReminded");
        theCase.fires("reviewUnheard").passed("escalateReview").waitsAt("reviewGrid");
        assertThat(campaigns.letters("remindReview:" + campaign.id()))
                .extracting(QueuedMail::toAddress)
                .containsExactlyInAnyOrder(
                        circo.cpc().email(), circo.erun().email(), circo.ien().email());
    }

    @Test
    void isPlannedOnceHoweverOftenItIsTold() {
        begins(1, TODAY);
        campaigns.tellNeedsDue(campaign.projectId());
        driver.runDue();
        assertThat(driver.running())
                .filteredOn(running -> running.startsWith("needsCampaign:"))
                .hasSize(1);
    }

    @Test
    void stopsWithTheProject() {
        begins(2, TODAY).waitsAt("waitForAnswers");
        campaigns.publish(new ProjectAbandoned(campaign.projectId()));
        assertThat(driver.running()).isEmpty();
        assertThat(state()).isEqualTo(CampaignState.ABANDONNEE);
    }
}
