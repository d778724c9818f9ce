package fr.forment.campaign.process;

import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static fr.forment.campaign.NeedsGround.answerWith;
import static fr.forment.campaign.NeedsGround.goodAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.PlainPages;
import fr.forment.TestGround;
import fr.forment.account.Role;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignState;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.campaign.SurveyService;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.french.Refusal;
import fr.forment.mail.QueuedMail;
import fr.forment.people.StaffService;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyState;
import fr.forment.territory.SchoolClosed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through {@code needsSurvey}. */
@HouseTest
class NeedsSurveyPathTest {

    private static final LocalDate OPENS = LocalDate.of(2026, 9, 1);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 9, 30);

    @Autowired
    ProcessDriver driver;

    @Autowired
    OpenTasks tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    Needs needs;

    @Autowired
    StaffService staff;

    @Autowired
    SurveyService surveys;

    TestGround.Circo circo;
    Campaign campaign;
    Survey survey;
    TheCase theCase;

    @BeforeEach
    void anInvitedSchool() {
        circo = ground.circonscription(2);
        campaign = campaigns.campaign(circo, OPENS, DEADLINE, 80);
        driver.runDue();
        survey = campaigns.surveyOf(campaign, circo.schools().get(0));
        theCase = driver.theCase("needsSurvey", survey.id());
    }

    @Test
    void asksTheDirectorWhatIsNotKnownYet() {
        theCase.waitsAt("answer");
        assertThat(theCase.candidatesOf("answer")).containsExactly("directeur." + survey.schoolUai());
        assertThat(theCase.nameOf("answer"))
                .isEqualTo("Répondre à l'enquête « Projet d'essai » – École d'essai 1 (Commune-1)");
        Map<String, Object> form = tasks.prefilled("needsSurvey", survey.id(), "answer");
        assertThat(form)
                .containsEntry("classes", 5)
                .containsEntry("rhythm", "QUATRE_JOURS")
                .containsEntry("fullTime", 3)
                .containsEntry("contractual", 0)
                .containsEntry("sectionsOff", "")
                .containsEntry("ownQuestions", "");
        assertThat(PlainPages.plain(String.valueOf(form.get("campaignTitle")))).isEqualTo("Projet d'essai");
        assertThat(String.valueOf(form.get("modules")))
                .contains("PEDA-1=Usage pédagogique, niveau 1")
                .doesNotContain("MAJ=", "PRES-CADRES");
        assertThatMails(campaigns.letters("invite:" + survey.id()))
                .isOne()
                .hasTemplate("campaign/invited")
                .isTo(circo.directors().get(0))
                .says("École d'essai 1 (Commune-1)", "mercredi 30 septembre 2026", "/enquete/" + survey.id());
    }

    @Test
    void keepsWhatWasTypedWithoutCharactersNobodyTypes() {
        theCase.completes("answer", NeedsGround.answerWith("otherNeed", "Un \u0000atelier\u0007\nwebradio"))
                .isEnded();
        assertThat(needs.answer(survey.id()).orElseThrow().answers().text("otherNeed"))
                .isEqualTo("Un atelier\nwebradio");
    }

    @Test
    void keepsTheAnswerAndThanks() {
        ground.as(circo.directors().get(0));
        theCase.completes("answer", goodAnswer()).isEnded();
        theCase.passed("answer", "recordAnswer", "thank", "tellCampaign", "answered")
                .didNotPass("markUnanswered");
        assertThat(needs.survey(survey.id()).orElseThrow().state()).isEqualTo(SurveyState.REPONDU);
        var answer = needs.answer(survey.id()).orElseThrow();
        assertThat(answer.late()).isFalse();
        assertThat(answer.by()).isNotBlank();
        assertThat(answer.answers().teachers()).isEqualTo(3);
        assertThat(answer.answers().text("classes")).isEqualTo("5");
        assertThatMails(campaigns.letters("thank:" + survey.id()))
                .isOne()
                .isTo(circo.directors().get(0));
    }

    @Test
    void leavesNothingOfTheAnswerInTheEngine() {
        theCase.submits("answer", goodAnswer());
        assertThat(needs.answer(survey.id())).isPresent();
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM ACT_RU_VARIABLE v JOIN ACT_RU_EXECUTION e ON e.ID_ = v.PROC_INST_ID_ WHERE e.BUSINESS_KEY_ = ?")
                        .param(String.valueOf(survey.id()))
                        .query(Integer.class)
                        .single())
                .as("before the thanks leave")
                .isZero();
        assertThat(theCase.isEnded().hasPassed("thank")).isTrue();
    }

    @Test
    void refusesWhatDoesNotFitAndKeepsTheTask() {
        assertThat(theCase.refuses("answer", answerWith("newcomers", 4)))
                .contains("arrivés depuis moins d'un an", "(3)");
        assertThat(theCase.refuses("answer", answerWith("fullTime", "beaucoup")))
                .contains("Titulaires à temps plein", "nombre entier");
        assertThat(theCase.refuses("answer", Map.of())).contains("Répondez à « La connexion de l'école est… ».");
        theCase.waitsAt("answer");
        assertThat(needs.answer(survey.id())).isEmpty();
        assertThat(needs.survey(survey.id()).orElseThrow().state()).isEqualTo(SurveyState.INVITE);
    }

    @Test
    void keepsWhoTheResourcePersonIsAndNotTheNameAsTyped() {
        var teacher = circo.teachers().get(0);
        Map<String, Object> answer = answerWith("hasResourcePerson", "yes");
        answer.put("resourcePersonName", teacher.lastName().toUpperCase() + " " + teacher.firstName());
        assertThat(theCase.refuses("answer", answer)).contains("Cochez l'accord");
        answer.put("resourcePersonConsent", true);
        theCase.completes("answer", answer).isEnded();
        assertThat(needs.wishes(campaign.projectId()).get(survey.schoolUai()).resourcePersonId())
                .isEqualTo(teacher.id());
        assertThat(needs.answer(survey.id()).orElseThrow().answers().text("resourcePersonName"))
                .isEmpty();
    }

    @Test
    void recordsOneOfTwoWhoAnswerAtOnce() throws InterruptedException {
        theCase.waitsAt("answer");
        CyclicBarrier together = new CyclicBarrier(2);
        List<String> refusals = Collections.synchronizedList(new ArrayList<>());
        List<Thread> people = List.of(answering(together, refusals), answering(together, refusals));
        people.forEach(Thread::start);
        for (Thread person : people) {
            person.join();
        }
        assertThat(refusals)
                .as(
                        "one is refused, whatever the engine stumbles over half-way (GoneTaskTest says what the person reads)")
                .hasSize(1);
        driver.runDue();
        theCase.isEnded();
        assertThat(needs.answer(survey.id())).isPresent();
        assertThat(campaigns.letters("thank:" + survey.id())).hasSize(1);
    }

    private Thread answering(CyclicBarrier together, List<String> refusals) {
        Runnable sending = theCase.readyToSubmit("answer", goodAnswer());
        return new Thread(() -> {
            try {
                together.await();
                sending.run();
            } catch (Exception refused) {
                refusals.add(String.valueOf(refused));
            }
        });
    }

    @Test
    void closesWithoutAnswerWhenTheCampaignIsConsolidated() {
        var campaignCase = driver.theCase("needsCampaign", campaign.id());
        campaignCase
                .fires("deadlinePassed")
                .completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Les autres suffisent"));
        theCase.isEnded();
        theCase.passed("closed", "markUnanswered", "sayClosed", "unanswered").didNotPass("recordAnswer");
        assertThat(needs.survey(survey.id()).orElseThrow().state()).isEqualTo(SurveyState.SANS_REPONSE);
        assertThatMails(campaigns.letters("close:" + survey.id())).isOne().hasTemplate("campaign/closedUnanswered");
    }

    @Test
    void refusesWithTheReasonWhatComesAfterTheGridOrTwice() {
        Survey other = campaigns.surveyOf(campaign, circo.schools().get(1));
        driver.theCase("needsSurvey", other.id()).completes("answer", goodAnswer());
        assertThatThrownBy(() -> surveys.record(other.id(), goodAnswer()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("déjà traitée");
        driver.theCase("needsCampaign", campaign.id())
                .fires("deadlinePassed")
                .completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Les autres suffisent"));
        assertThatThrownBy(() -> surveys.record(survey.id(), goodAnswer()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dépouillées")
                .hasMessageContaining("E-RUN");
        assertThat(needs.answer(survey.id())).isEmpty();
    }

    @Test
    void countsALateAnswerUntilTheCampaignIsConsolidated() {
        driver.theCase("needsCampaign", campaign.id()).fires("deadlinePassed").waitsAt("decideClosing");
        assertThat(needs.find(campaign.id()).orElseThrow().state()).isEqualTo(CampaignState.CLOSE);
        theCase.completes("answer", goodAnswer()).isEnded();
        assertThat(needs.answer(survey.id()).orElseThrow().late()).isTrue();
        assertThatMails(campaigns.letters("thank:" + survey.id())).isOne().says("après l'échéance, mais elle compte");
    }

    @Test
    void handsAVacantDirectionToTheIen() {
        staff.leave(circo.directors().get(0).id(), OPENS);
        assertThat(theCase.candidatesOf("answer"))
                .containsExactly("directeur." + survey.schoolUai(), "ien." + circo.uai());
        assertThat(needs.survey(survey.id()).orElseThrow().backup()).isEqualTo(Role.IEN);
        assertThat(campaigns.letters("invite:" + survey.id()))
                .extracting(QueuedMail::template)
                .containsExactly("campaign/invited", "campaign/entrusted");
    }

    @Test
    void stopsWhenTheSchoolClosesAndTheCampaignGoesOn() {
        campaigns.publish(new SchoolClosed(survey.schoolUai()));
        theCase.isEnded();
        assertThat(needs.survey(survey.id()).orElseThrow().state()).isEqualTo(SurveyState.ECOLE_FERMEE);
        assertThat(needs.rate(campaign.id()).expected()).isEqualTo(1);
        driver.theCase("needsCampaign", campaign.id()).waitsAt("waitForAnswers");
        Survey other = campaigns.surveyOf(campaign, circo.schools().get(1));
        driver.theCase("needsSurvey", other.id()).completes("answer", goodAnswer());
        driver.theCase("needsCampaign", campaign.id()).waitsAt("reviewGrid");
    }
}
