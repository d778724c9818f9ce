package fr.forment.campaign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.account.Role;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignCourseService;
import fr.forment.campaign.CampaignEvent;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.campaign.ReminderService;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.french.Refusal;
import fr.forment.mail.QueuedMail;
import fr.forment.survey.Survey;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What the team does with a campaign while schools answer: pauses, more time, chunks of whatever is done to all. */
@HouseTest
class CampaignCoursePathTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    CampaignCourseService course;

    @Autowired
    ReminderService reminders;

    @Autowired
    Needs needs;

    @Autowired
    SchoolCalendar calendar;

    @Value("${forment.needs.chunk}")
    int chunk;

    TestGround.Circo circo;
    Campaign campaign;

    private TheCase begins(int schools, LocalDate deadline) {
        circo = ground.circonscription(schools);
        campaign = campaigns.campaign(circo, TODAY, deadline, 80);
        return driver.theCase("needsCampaign", campaign.id()).waitsAt("waitForAnswers");
    }

    private Campaign now() {
        return needs.find(campaign.id()).orElseThrow();
    }

    private Survey survey(int school) {
        return campaigns.surveyOf(campaign, circo.schools().get(school));
    }

    @Test
    void writesToNobodyDuringAPauseOverTheHolidaysAndGivesTheDaysBack() {
        TheCase theCase = begins(2, LocalDate.of(2026, 10, 16));
        driver.travelTo(LocalDate.of(2026, 10, 6));
        int before = campaigns.letters("remind:" + survey(0).id()).size();
        int daysLeft = calendar.between(Zone.B, LocalDate.of(2026, 10, 6), now().deadline());
        ground.as(circo.erun());
        course.pause(campaign.id(), "Grève des services informatiques");
        theCase.waitsAt("waitForResumption").passed("paused");
        assertThatThrownBy(() -> course.pause(campaign.id(), "encore"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("déjà suspendue");
        assertThatThrownBy(() -> reminders.remind(
                        campaign.id(), java.util.List.of(survey(0).id())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("suspendue");
        driver.travelTo(LocalDate.of(2026, 11, 9));
        assertThat(campaigns.letters("remind:" + survey(0).id()))
                .as("neither a reminder nor a deadline during the pause")
                .hasSize(before);
        theCase.waitsAt("waitForResumption");
        driver.theCase("needsSurvey", survey(1).id()).completes("answer", NeedsGround.goodAnswer());
        assertThat(needs.rate(campaign.id()).answered())
                .as("answers come in all the same")
                .isEqualTo(1);
        LocalDate deadline = course.resume(campaign.id(), null);
        assertThat(calendar.between(Zone.B, LocalDate.of(2026, 11, 9), deadline))
                .isEqualTo(daysLeft);
        theCase.waitsAt("waitForAnswers");
        assertThat(theCase.dateOf("deadlinePassed")).isEqualTo(deadline.atTime(18, 0));
        assertThat(driver.dueDates("needsSurvey"))
                .as("the task tells the new day")
                .containsOnly(deadline);
        assertThat(campaigns.letters("remind:" + survey(0).id()))
                .as("so does a letter to the silent one")
                .extracting(QueuedMail::template)
                .last()
                .isEqualTo("campaign/extended");
        assertThat(campaigns.letters("remind:" + survey(1).id()))
                .extracting(QueuedMail::template)
                .doesNotContain("campaign/extended");
        assertThat(needs.history(campaign.id()))
                .extracting(entry -> entry.what())
                .contains(CampaignEvent.PAUSED.name(), CampaignEvent.RESUMED.name());
    }

    @Test
    void announcesNothingAfterAPauseThatCostNoDay() {
        TheCase theCase = begins(1, LocalDate.of(2026, 9, 30));
        course.pause(campaign.id(), "Fausse alerte");
        assertThat(course.resume(campaign.id(), null)).isEqualTo("2026-09-30");
        theCase.waitsAt("waitForAnswers");
        assertThat(campaigns.letters("remind:" + survey(0).id())).isEmpty();
    }

    @Test
    void goesStraightOnWhenEverySchoolAnsweredDuringThePause() {
        TheCase theCase = begins(1, LocalDate.of(2026, 9, 30));
        course.pause(campaign.id(), "Panne");
        driver.theCase("needsSurvey", survey(0).id()).completes("answer", NeedsGround.goodAnswer());
        theCase.waitsAt("waitForResumption");
        course.resume(campaign.id(), null);
        theCase.waitsAt("reviewGrid");
    }

    @Test
    void needsAMotiveAndAnOpenCampaignToPause() {
        TheCase theCase = begins(1, LocalDate.of(2026, 9, 30));
        assertThatThrownBy(() -> course.pause(campaign.id(), " "))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Indiquez pourquoi");
        assertThatThrownBy(() -> course.resume(campaign.id(), null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("pas suspendue");
        theCase.fires("deadlinePassed").waitsAt("decideClosing");
        assertThatThrownBy(() -> course.pause(campaign.id(), "trop tard"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Échéance passée");
        assertThat(now().isPaused()).isFalse();
    }

    @Test
    void givesMoreTimeBeforeTheDeadlineToEveryTask() {
        int schools = 2 * chunk + 1;
        TheCase theCase = begins(schools, LocalDate.of(2026, 9, 30));
        driver.travelTo(LocalDate.of(2026, 9, 22));
        assertThat(campaigns.letters("remind:" + survey(0).id()))
                .as("reminded the day before")
                .hasSize(1);
        assertThatThrownBy(() -> course.extend(campaign.id(), "2026-09-29", null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("déjà le");
        course.extend(campaign.id(), "2026-10-09", "Semaine chargée");
        theCase.waitsAt("waitForAnswers").passed("deadlineMoved", "postponeSurveys", "announceExtension");
        assertThat(theCase.dateOf("deadlinePassed")).isEqualTo("2026-10-09T18:00");
        assertThat(driver.dueDates("needsSurvey")).hasSize(schools).containsOnly(LocalDate.of(2026, 10, 9));
        assertThat(campaigns.letters("remind:" + survey(0).id()))
                .extracting(QueuedMail::template)
                .containsExactly("campaign/reminded", "campaign/extended");
        assertThat(campaigns.departures(survey(0)))
                .as("a week after the reminder, not the day after")
                .containsExactly(TODAY, LocalDate.of(2026, 9, 21), LocalDate.of(2026, 9, 28));
    }

    /** Those reminded today and those whose own turn it is today: each hears of it once, on its own day. */
    @Test
    void givesMoreTimeOnTheDayOfAReminder() {
        TheCase theCase = begins(3, LocalDate.of(2026, 9, 30));
        driver.travelTo(LocalDate.of(2026, 9, 9));
        assertThat(reminders.remind(campaign.id(), List.of(survey(0).id())).written())
                .isEqualTo(1);
        course.extend(campaign.id(), "2026-10-09", null);
        theCase.waitsAt("waitForAnswers");
        assertThat(campaigns.letters("remind:" + survey(0).id()))
                .extracting(QueuedMail::template)
                .containsExactly("campaign/reminded", "campaign/extended");
        assertThat(campaigns.departures(survey(0)))
                .containsExactly(TODAY, LocalDate.of(2026, 9, 9), LocalDate.of(2026, 9, 16));
        assertThat(campaigns.letters("remind:" + survey(1).id()))
                .extracting(QueuedMail::template)
                .containsExactly("campaign/extended");
        assertThat(campaigns.departures(survey(1))).containsExactly(TODAY, LocalDate.of(2026, 9, 9));
    }

    @Test
    void handsMoreThanOneChunkToTheErun() {
        int schools = 2 * chunk + 1;
        TheCase theCase = begins(schools, LocalDate.of(2026, 9, 30))
                .fires("deadlinePassed")
                .fires("answersOverdue")
                .waitsAt("decideClosing");
        theCase.passed("entrustSurveys", "escalate", "escalated");
        assertThat(needs.surveys(campaign.id())).hasSize(schools).allMatch(survey -> survey.backup() == Role.ERUN);
        assertThat(driver.theCase("needsSurvey", survey(schools - 1).id()).candidatesOf("answer"))
                .contains("erun." + circo.uai());
        assertThat(campaigns.letters("escalate:" + campaign.id()))
                .as("one letter to the E-RUN, one to the IEN")
                .hasSize(2);
        theCase.completes("decideClosing", Map.of("decision", "EXTEND", "newDeadline", "2026-10-14"))
                .waitsAt("waitForAnswers");
        assertThat(driver.dueDates("needsSurvey")).containsOnly(LocalDate.of(2026, 10, 14));
    }
}
