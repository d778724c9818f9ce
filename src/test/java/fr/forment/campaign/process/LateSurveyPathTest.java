package fr.forment.campaign.process;

import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignDraft;
import fr.forment.campaign.CampaignDraftService;
import fr.forment.campaign.CampaignState;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.campaign.Perimeter;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.french.Refusal;
import fr.forment.grid.Grid;
import fr.forment.grid.GridLine;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.project.ProjectAbandoned;
import fr.forment.project.opening.SchoolJoined;
import fr.forment.project.opening.SchoolLeft;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through {@code lateSurvey}: a school that enters when the survey of its project is over. */
@HouseTest
class LateSurveyPathTest {

    private static final LocalDate OPENS = LocalDate.of(2026, 9, 1);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 9, 30);

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    Needs needs;

    @Autowired
    CampaignDraftService drafts;

    @Autowired
    Grid grid;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Visitor visitor;

    TestGround.Circo circo;
    Campaign campaign;
    long vague;
    String school;
    Agent director;

    /** One school of three comes when the needs of the two others are in the plan. */
    @BeforeEach
    void theNeedsOfTheOthersAreGathered() {
        circo = ground.circonscription(2);
        campaign = campaigns.campaign(circo, OPENS, DEADLINE, 80);
        school = ground.school(circo.uai(), "École venue plus tard", "Commune-9");
        director = ground.agent(NewAgent.inSchool(
                "Tardif" + school,
                "Dominique",
                "d." + school.toLowerCase() + "@essai.fr",
                AgentFunction.DIRECTEUR,
                school));
        vague = jdbc.sql("SELECT id FROM vague WHERE project_id = ?")
                .param(campaign.projectId())
                .query(Long.class)
                .single();
        driver.runDue();
    }

    @Test
    void aSchoolThatComesLateHasDaysOfItsOwn() {
        gathered();
        join("");
        Survey survey = survey();
        assertThat(survey.ownDue())
                .as("ten school days")
                .isAfter(driver.now().toLocalDate().plusDays(9));
        TheCase answering = driver.theCase("needsSurvey", survey.id()).waitsAt("answer");
        assertThat(answering.candidatesOf("answer")).containsExactly("directeur." + school);
        TheCase late = driver.theCase("lateSurvey", survey.id()).waitsAt("recallDue");
        assertThat(lines()).as("estimated from the day it came").isNotEmpty();
        assertThatMails(campaigns.letters("invite:" + survey.id()))
                .isOne()
                .hasTemplate("campaign/invited")
                .isTo(director)
                .says(fr.forment.french.French.day(survey.ownDue()));
        late.fires("recallDue");
        assertThatMails(campaigns.letters("recall:" + survey.id())).isOne().isTo(director);
        ground.as(director);
        answering.completes("answer", NeedsGround.answerWith("pupils", 42)).isEnded();
        assertThat(survey().state()).isEqualTo(SurveyState.REPONDU);
        assertThat(needs.find(campaign.id()).orElseThrow().state()).isEqualTo(CampaignState.INTEGREE);
        assertThat(lines()).as("counted at once").anyMatch(line -> line.declared() != null);
        late.fires("daysOver").isEnded();
        late.passed("asked", "recallDue", "recall", "daysOver", "closeApart", "over");
        assertThat(survey().state()).isEqualTo(SurveyState.REPONDU);
        assertThat(needs.rate(campaign.id()).expected()).isEqualTo(3);
    }

    @Test
    void whoDoesNotAnswerStaysEstimated() {
        gathered();
        join("");
        Survey survey = survey();
        driver.theCase("lateSurvey", survey.id())
                .fires("recallDue")
                .fires("daysOver")
                .isEnded();
        driver.theCase("needsSurvey", survey.id()).isEnded();
        assertThat(survey().state()).isEqualTo(SurveyState.SANS_REPONSE);
        assertThat(lines()).isNotEmpty();
        assertThatMails(campaigns.letters("close:" + survey.id())).isOne().isTo(director);
    }

    @Test
    void theDayIsTypedOrRefused() {
        gathered();
        LocalDate today = driver.now().toLocalDate();
        assertThatThrownBy(() -> join(today.plusDays(1).toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("un jour de classe entre le");
        assertThatThrownBy(() -> join("2027-01-10")).isInstanceOf(Refusal.class);
        assertThat(needs.surveysOf(List.of(school))).as("nothing is half done").isEmpty();
        jdbc.sql("UPDATE vague SET opens_on = ? WHERE id = ?")
                .params(today.plusDays(3), vague)
                .update();
        assertThatThrownBy(() -> join("")).hasMessageContaining("choisissez une vague plus tardive");
    }

    @Test
    void beforeTheEndItAnswersWithTheOthers() {
        join("");
        Survey survey = survey();
        assertThat(survey.isApart()).isFalse();
        driver.theCase("needsSurvey", survey.id()).waitsAt("answer");
        assertThat(driver.isStarted("lateSurvey", survey.id())).isFalse();
        assertThat(needs.rate(campaign.id()).expected()).isEqualTo(3);
        assertThatMails(campaigns.letters("invite:" + survey.id())).isOne().isTo(director);
    }

    @Test
    void whoLeavesIsAskedNothingAndWhoComesBackIsAskedAgain() {
        gathered();
        join("");
        Survey first = survey();
        campaigns.publish(new SchoolLeft(campaign.projectId(), school));
        assertThat(survey().state()).isEqualTo(SurveyState.SANS_REPONSE);
        driver.theCase("needsSurvey", first.id()).isEnded();
        driver.theCase("lateSurvey", first.id()).isEnded();
        driver.travelTo(driver.now().plusDays(1));
        join("");
        assertThat(survey().id()).isEqualTo(first.id());
        driver.theCase("needsSurvey", first.id()).waitsAt("answer");
        assertThatMails(campaigns.letters("invite:" + first.id())).hasSize(2);
        assertThat(needs.rate(campaign.id()).expected()).isEqualTo(3);
        ground.as(director);
        driver.theCase("needsSurvey", first.id())
                .completes("answer", NeedsGround.goodAnswer())
                .isEnded();
        campaigns.publish(new SchoolLeft(campaign.projectId(), school));
        join("");
        assertThat(survey().state()).as("what it said still counts").isEqualTo(SurveyState.REPONDU);
        assertThatMails(campaigns.letters("invite:" + first.id())).hasSize(2);
    }

    @Test
    void aProjectThatIsGivenUpAsksNothing() {
        gathered();
        join("");
        Survey survey = survey();
        campaigns.publish(new ProjectAbandoned(campaign.projectId()));
        driver.theCase("needsSurvey", survey.id()).isEnded();
        driver.theCase("lateSurvey", survey.id()).isEnded();
        assertThat(survey().state()).isEqualTo(SurveyState.SANS_REPONSE);
    }

    @Test
    void withoutADirectorTheIenAnswers() {
        gathered();
        String vacant = ground.school(circo.uai(), "École sans direction", "Commune-8");
        campaigns.publish(new SchoolJoined(campaign.projectId(), vague, vacant, ""));
        Survey survey = needs.surveysOf(List.of(vacant)).get(0);
        assertThat(driver.theCase("needsSurvey", survey.id()).candidatesOf("answer"))
                .containsExactlyInAnyOrder("directeur." + vacant, "ien." + circo.uai());
        assertThatMails(campaigns.letters("invite:" + survey.id()))
                .isOne()
                .hasTemplate("campaign/entrusted")
                .isTo(circo.ien());
    }

    /** Neither way round: another campaign that asks it now, or is prepared for the days it has. */
    @Test
    void aDirectionNeverHasTwoSurveysInAFortnight() {
        gathered();
        join("");
        LocalDate opens = survey().ownDue().minusDays(1);
        assertThatThrownBy(() -> drafts.prepare(new CampaignDraft(
                        "Autre enquête " + school,
                        new Perimeter(Perimeter.Kind.ECOLE, List.of(school)),
                        opens,
                        opens.plusDays(30),
                        80)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dans la même quinzaine");
    }

    /** Said of each school before it is chosen, and by the refusal. */
    @Test
    void aSchoolThatAnotherSurveyAsksReadsFromWhichDayItMayEnter() throws Exception {
        gathered();
        assertThat(entry()).doesNotContain("(à partir du");
        LocalDate opens = LocalDate.of(2026, 10, 5);
        long other = drafts.prepare(new CampaignDraft(
                "Autre enquête " + school,
                new Perimeter(Perimeter.Kind.ECOLE, List.of(school)),
                opens,
                opens.plusDays(30),
                80));
        jdbc.sql("UPDATE campaign SET state = 'PROGRAMMEE' WHERE id = ?")
                .param(other)
                .update();
        String page = entry();
        Matcher said = Pattern.compile("École venue plus tard [^:]* \\(à partir du ([^)]+)\\)")
                .matcher(page);
        assertThat(said.find()).as(page).isTrue();
        assertThatThrownBy(() -> join("")).hasMessageContaining("faites entrer l'école à partir du " + said.group(1));
    }

    private String entry() throws Exception {
        return visitor.page(circo.ien(), "/projets/" + campaign.projectId() + "/entree")
                .text()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    private void gathered() {
        driver.theCase("needsCampaign", campaign.id())
                .fires("deadlinePassed")
                .completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Les autres suffisent"));
        driver.runDue();
        driver.theCase("needsCampaign", campaign.id()).completes("reviewGrid", Map.of("accepted", true, "remarks", ""));
        driver.runDue();
        assertThat(needs.find(campaign.id()).orElseThrow().state()).isEqualTo(CampaignState.INTEGREE);
    }

    private void join(String day) {
        campaigns.publish(new SchoolJoined(campaign.projectId(), vague, school, day));
    }

    private Survey survey() {
        return campaigns.surveyOf(campaign, school);
    }

    private List<GridLine> lines() {
        return grid.lines(campaign.id()).stream()
                .filter(line -> line.schoolUai().equals(school))
                .toList();
    }
}
