package fr.forment.worklist;

import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.people.Agent;
import fr.forment.survey.Survey;
import fr.forment.territory.SchoolClosed;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people have begun: found again, by those it concerns only, until the task is over. */
@HouseTest
class FormDraftTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    MockMvc web;

    @Autowired
    Visitor visitor;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    OpenTasks tasks;

    @Autowired
    JdbcClient jdbc;

    TestGround.Circo circo;
    Campaign campaign;
    Survey survey;
    TheCase theCase;
    Agent director;
    String url;

    @BeforeEach
    void aSurveyToAnswer() {
        circo = ground.circonscription(2);
        campaign = campaigns.campaign(circo, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), 80);
        driver.runDue();
        survey = campaigns.surveyOf(campaign, circo.schools().get(0));
        theCase = driver.theCase("needsSurvey", survey.id());
        director = circo.directors().get(0);
        url = "/brouillons/" + tasks.in("needsSurvey", survey.id()).get(0).id();
    }

    private static MockHttpServletRequestBuilder saving(
            String url, int revision, boolean evenIfOther, Map<String, ?> values) throws Exception {
        byte[] body =
                JSON.writeValueAsBytes(Map.of("revision", revision, "evenIfOther", evenIfOther, "values", values));
        return put(url).contentType("application/json").content(body);
    }

    private JsonNode opened(Agent agent) throws Exception {
        return JSON.readTree(visitor.as(agent, get(url)).getContentAsByteArray());
    }

    private int drafts() {
        return jdbc.sql("SELECT COUNT(*) FROM form_draft WHERE task_id = ?")
                .param(url.substring(url.lastIndexOf('/') + 1))
                .query(Integer.class)
                .single();
    }

    @Test
    void findsAgainWhatWasTyped() throws Exception {
        assertThat(visitor.as(director, saving(url, 0, false, Map.of("otherNeed", "un mot", "slots", List.of("SOIR"))))
                        .getStatus())
                .isEqualTo(200);
        JsonNode draft = opened(director).path("draft");
        assertThat(draft.path("values").path("otherNeed").asText()).isEqualTo("un mot");
        assertThat(draft.path("values").path("slots").get(0).asText()).isEqualTo("SOIR");
        assertThat(draft.path("revision").asInt()).isEqualTo(1);
        assertThat(draft.path("at").asText()).isEqualTo("à 8 h");
    }

    @Test
    void saysThatABrokenDraftCannotBeRead() throws Exception {
        for (String broken : List.of("{\"revision\":0,\"values\":{\"otherNeed\":\"un m", "", "[]", "null")) {
            var answer = visitor.as(
                    director, put(url).contentType("application/json").content(broken));
            assertThat(answer.getStatus()).as(broken).isEqualTo(400);
            assertThat(answer.getContentAsString()).contains("pas pu être lu");
        }
        assertThat(drafts()).isZero();
    }

    @Test
    void fillsTheFormWithWhatIsKnownToday() throws Exception {
        JsonNode known = opened(director).path("known");
        assertThat(known.path("fullTime").asInt()).isEqualTo(3);
        assertThat(known.path("peda1Discover").asInt()).isEqualTo(3);
        assertThat(known.path("neighbours").asText())
                .contains(circo.schools().get(1) + "=")
                .doesNotContain(survey.schoolUai());
        assertThat(known.path("team").asText()).contains("=" + director.fullName());
        assertThat(known.path("classes").asInt()).isEqualTo(5);
        assertThat(known.path("surveyId").asText()).isEqualTo(String.valueOf(survey.id()));
        assertThat(known.path("schoolSheet").asText()).contains("UAI " + survey.schoolUai());
        assertThat(theCase.formOf("answer"))
                .as("the engine keeps nothing of a survey")
                .isEmpty();
    }

    @Test
    void doesNotExistForAnybodyElse() throws Exception {
        visitor.as(director, saving(url, 0, false, Map.of("otherNeed", "à moi")));
        for (Agent stranger : List.of(circo.directors().get(1), circo.teachers().get(0), circo.erun(), circo.ien())) {
            assertThat(visitor.as(stranger, get(url)).getStatus()).isEqualTo(404);
            assertThat(visitor.as(stranger, get(url + "/revision")).getStatus()).isEqualTo(404);
            var refused = visitor.as(stranger, saving(url, 1, true, Map.of("otherNeed", "à lui")));
            assertThat(refused.getStatus()).isEqualTo(404);
            assertThat(refused.getContentAsString()).doesNotContain("à moi");
        }
        assertThat(visitor.as(director, get("/brouillons/nulle-part")).getStatus())
                .isEqualTo(404);
        assertThat(web.perform(saving(url, 1, true, Map.of()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("without the token")
                .isEqualTo(403);
        assertThat(opened(director)
                        .path("draft")
                        .path("values")
                        .path("otherNeed")
                        .asText())
                .isEqualTo("à moi");
    }

    @Test
    void tellsWhoeverComesSecondAndOverwritesOnlyWhenHeSaysSo() throws Exception {
        Agent ien = sharedWithTheIen();
        visitor.as(director, saving(url, 0, false, Map.of("otherNeed", "directeur")));
        var told = visitor.as(ien, saving(url, 0, false, Map.of("otherNeed", "inspecteur")));
        assertThat(told.getStatus()).isEqualTo(409);
        assertThat(JSON.readTree(told.getContentAsByteArray()).path("who").asText())
                .isEqualTo("par " + director.fullName());
        assertThat(opened(ien).path("draft").path("values").path("otherNeed").asText())
                .isEqualTo("directeur");
        var decided = JSON.readTree(visitor.as(ien, saving(url, 0, true, Map.of("otherNeed", "inspecteur")))
                .getContentAsByteArray());
        assertThat(decided.path("replaced").asText()).isEqualTo(director.fullName());
        assertThat(JSON.readTree(visitor.as(director, get(url + "/revision")).getContentAsByteArray())
                        .path("who")
                        .asText())
                .isEqualTo("par " + ien.fullName());
        assertThat(visitor.as(director, saving(url, 1, false, Map.of("otherNeed", "encore")))
                        .getStatus())
                .as("the earlier one is told")
                .isEqualTo(409);
        assertThat(opened(director)
                        .path("draft")
                        .path("values")
                        .path("otherNeed")
                        .asText())
                .isEqualTo("inspecteur");
    }

    @Test
    void keepsOneOfTwoSavedAtOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
        List<Thread> screens = List.of(saving(together, answers, "un"), saving(together, answers, "deux"));
        screens.forEach(Thread::start);
        for (Thread screen : screens) {
            screen.join();
        }
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(drafts()).isEqualTo(1);
    }

    private Thread saving(CyclicBarrier together, List<Integer> answers, String need) {
        ground.as(director);
        var who = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return new Thread(() -> {
            try {
                together.await();
                answers.add(web.perform(saving(url, 0, false, Map.of("otherNeed", need))
                                .with(SecurityMockMvcRequestPostProcessors.authentication(who))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus());
            } catch (Exception failed) {
                answers.add(500);
            }
        });
    }

    /** The direction falls vacant: the task is open to both. */
    private Agent sharedWithTheIen() {
        tasks.addCandidateGroup("needsSurvey", survey.id(), "answer", "ien." + circo.uai());
        return circo.ien();
    }

    @Test
    void refusesWhatIsTooLongAndSaysSo() throws Exception {
        Map<String, String> long1 = new HashMap<>();
        long1.put("otherNeed", "x".repeat(FormDraft.MOST));
        var refused = visitor.as(director, saving(url, 0, false, long1));
        assertThat(refused.getStatus()).isEqualTo(413);
        assertThat(JSON.readTree(refused.getContentAsByteArray())
                        .path("problem")
                        .asText())
                .contains("raccourcissez");
        assertThat(visitor.as(director, saving(url, 0, false, Map.of("otherNeed", "x".repeat(5 * FormDraft.MOST))))
                        .getStatus())
                .isEqualTo(413);
        assertThat(visitor.as(director, put(url).contentType("application/json").content("[1]"))
                        .getStatus())
                .isEqualTo(400);
        assertThat(drafts()).isZero();
    }

    @Test
    void goesWithTheAnswerAndStaysWhenItIsRefused() throws Exception {
        visitor.as(director, saving(url, 0, false, Map.of("otherNeed", "un mot")));
        ground.as(director);
        theCase.refuses("answer", Map.of());
        assertThat(drafts()).as("nothing is lost").isEqualTo(1);
        theCase.completes("answer", NeedsGround.goodAnswer()).isEnded();
        assertThat(drafts()).isZero();
        assertThat(visitor.as(director, get(url)).getStatus()).isEqualTo(404);
        assertThat(visitor.as(director, saving(url, 1, true, Map.of())).getStatus())
                .isEqualTo(404);
    }

    @Test
    void isFoundAgainByWhoTypedItWhenTheSurveyClosesUnanswered() throws Exception {
        Agent teacher = circo.teachers().get(0);
        visitor.as(
                director,
                saving(
                        url,
                        0,
                        false,
                        Map.of(
                                "otherNeed",
                                "un mot " + "x".repeat(600),
                                "slots",
                                List.of("SOIR"),
                                "fullTime",
                                4,
                                "resourcePersonChoice",
                                String.valueOf(teacher.id()))));
        driver.theCase("needsCampaign", campaign.id())
                .fires("deadlinePassed")
                .completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Cela suffit"));
        theCase.isEnded();
        assertThat(drafts()).isZero();
        String page = visitor.as(director, get("/enquete/" + survey.id())).getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains("jamais envoyé", "non compté", "un mot xx", "Le soir, après la classe", director.fullName());
        assertThat(page)
                .as("a person is named where she agreed only")
                .doesNotContain("<dd>" + teacher.id(), teacher.fullName());
        assertThat(visitor.as(circo.ien(), get("/enquete/" + survey.id())).getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("un mot", "jamais envoyé");
        assertThat(visitor.as(circo.directors().get(1), get("/enquete/" + survey.id()))
                        .getStatus())
                .isEqualTo(404);
        assertThatMails(campaigns.letters("close:" + survey.id())).isOne().says("Vous aviez commencé");
        assertThatMails(campaigns.letters("close:"
                        + campaigns.surveyOf(campaign, circo.schools().get(1)).id()))
                .isOne()
                .doesNotSay("commencé");
    }

    @Test
    void goesWithASchoolThatClosesAndWithTheCampaign() throws Exception {
        visitor.as(director, saving(url, 0, false, Map.of("otherNeed", "un mot")));
        campaigns.publish(new SchoolClosed(survey.schoolUai()));
        assertThat(drafts()).isZero();
        assertThat(visitor.as(director, get("/enquete/" + survey.id())).getContentAsString(StandardCharsets.UTF_8))
                .contains("L'école ferme", "jamais envoyé", "un mot");
    }
}
