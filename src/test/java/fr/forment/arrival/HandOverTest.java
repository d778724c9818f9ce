package fr.forment.arrival;

import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static fr.forment.people.ArrivalKind.ALREADY_THERE;
import static fr.forment.people.ArrivalKind.NEWCOMER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.access.AccountService;
import fr.forment.account.AgentFunction;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.Directory;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.ListSays;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person had taken in charge goes back to those it is open to, whatever feature it belongs to. */
@HouseTest
class HandOverTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround needs;

    @Autowired
    ProcessDriver driver;

    @Autowired
    StaffService staff;

    @Autowired
    ListSays listSays;

    @Autowired
    AccountService accounts;

    @Autowired
    Directory directory;

    @Autowired
    MailBox mails;

    @Autowired
    TransactionTemplate transaction;

    private Circo circo;
    private Agent director;
    private String school;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        director = circo.directors().get(0);
        school = circo.schools().get(0);
    }

    @Test
    void aClaimedSurveyPassesToTheSuccessorWithALetterToBoth() {
        TheCase survey = survey().claimedBy(login(director), "answer");
        assertThat(survey.hasRightOf(login(director), "answer")).isTrue();
        listSays.function(director, AgentFunction.ADJOINT, TODAY);
        Agent successor = staff.register(
                        NewAgent.inSchool(
                                        "Succède",
                                        "Dominique",
                                        "succede." + school + "@exemple.invalid",
                                        AgentFunction.DIRECTEUR,
                                        school)
                                .since(TODAY),
                        NEWCOMER)
                .orElseThrow();
        assertThat(survey.assigneeOf("answer")).isNull();
        assertThat(survey.candidatesOf("answer")).contains("directeur." + school);
        assertThat(survey.hasRightOf(login(director), "answer"))
                .as("what Tasklist would still let him do")
                .isFalse();
        assertThat(directory.groupsOf(login(successor))).contains("directeur." + school);
        assertThat(letters("directorHandedOver"))
                .extracting(QueuedMail::toAddress)
                .containsExactly(director.email());
        assertThatMails(letters("directorTookOver"))
                .isOne()
                .isTo(successor)
                .says("Répondre à l’enquête", "(au plus tard le ", "/camunda/app/tasklist/default/#/?task=");
        assertThat(mails.latest(successor.email(), 20))
                .as("one letter about the survey, not two")
                .extracting(QueuedMail::template)
                .doesNotContain("campaign/invited");
    }

    @Test
    void aListOfWhoIsThereAlreadyFillsAVacantDirection() {
        TheCase survey = survey();
        staff.leave(director.id(), TODAY);
        assertThat(mails.latest(circo.ien().email(), 20))
                .extracting(QueuedMail::template)
                .contains("campaign/entrusted");
        Agent successor = staff.register(
                        NewAgent.inSchool(
                                "Comble",
                                "Dominique",
                                "comble." + school + "@exemple.invalid",
                                AgentFunction.DIRECTEUR,
                                school),
                        ALREADY_THERE)
                .orElseThrow();
        assertThat(survey.candidatesOf("answer")).contains("directeur." + school);
        assertThatMails(letters("directorTookOver")).isOne().isTo(successor).says("Répondre à l’enquête");
    }

    @Test
    void whoKeepsTheSchoolKeepsWhatHeClaimed() {
        TheCase survey = survey().claimedBy(login(director), "answer");
        listSays.lastName(director, "Renommée");
        assertThat(survey.assigneeOf("answer")).isEqualTo(login(director));
        assertThat(letters("directorTookOver")).isEmpty();
    }

    @Test
    void aClosedAccountLeavesNothingBehind() {
        TheCase survey = survey().claimedBy(login(director), "answer");
        staff.leave(director.id(), TODAY);
        driver.runDue();
        assertThat(survey.assigneeOf("answer")).isNull();
        assertThat(survey.hasRightOf(login(director), "answer")).isFalse();
        assertThat(directory.groupsOf(login(director))).isEmpty();
        assertThat(directory.nameOf(login(director)))
                .as("no user of the engine any more")
                .isEqualTo(login(director));
    }

    @Test
    void anAnnouncedDeparturePassesTasksOnOnlyOnItsDay() {
        TheCase survey = survey().claimedBy(login(director), "answer");
        staff.leave(director.id(), LocalDate.of(2026, 9, 10));
        driver.travelTo(LocalDate.of(2026, 9, 9));
        assertThat(survey.assigneeOf("answer")).isEqualTo(login(director));
        driver.travelTo(LocalDate.of(2026, 9, 10));
        assertThat(survey.assigneeOf("answer")).isNull();
        assertThat(survey.candidatesOf("answer"))
                .as("nobody directs the school: the IEN")
                .contains("ien." + circo.uai());
        assertThat(accounts.ofAgent(director.id()).orElseThrow().enabled()).isFalse();
    }

    @Test
    void whatWasOfferedToOnePersonOnlyGoesToTheCirconscription() {
        TheCase survey = survey().offeredOnlyTo(login(director), "answer").claimedBy(login(director), "answer");
        staff.leave(director.id(), TODAY);
        assertThat(survey.assigneeOf("answer")).isNull();
        assertThat(survey.candidatesOf("answer")).contains("erun." + circo.uai(), "ien." + circo.uai());
    }

    @Test
    void nothingIsPassedOnWhenTheDepartureIsNotRecorded() {
        TheCase survey = survey().claimedBy(login(director), "answer");
        transaction.executeWithoutResult(status -> {
            staff.leave(director.id(), TODAY);
            status.setRollbackOnly();
        });
        assertThat(survey.assigneeOf("answer")).isEqualTo(login(director));
        assertThat(survey.hasRightOf(login(director), "answer")).isTrue();
        assertThat(accounts.ofAgent(director.id()).orElseThrow().enabled()).isTrue();
    }

    private TheCase survey() {
        Campaign campaign = needs.campaign(circo, TODAY, LocalDate.of(2026, 10, 2), 80);
        driver.runDue();
        return driver.theCase("needsSurvey", needs.surveyOf(campaign, school).id())
                .waitsAt("answer");
    }

    private String login(Agent agent) {
        return accounts.ofAgent(agent.id()).orElseThrow().login();
    }

    private List<QueuedMail> letters(String template) {
        return mails.about("director:" + template + ":" + school);
    }
}
