package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.HouseTest;
import fr.forment.PlainPages;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.LateAnswerService;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.web.FrenchTaskErrors;
import fr.forment.engine.web.GoneTasks;
import fr.forment.project.ProjectService;
import fr.forment.survey.Survey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * What a person reads in Tasklist when a form is sent whose task is over: here, a survey closed while its form was
 * open.
 */
@HouseTest
class GoneTaskTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    Needs needs;

    @Autowired
    LateAnswerService late;

    @Autowired
    OpenTasks tasks;

    @Autowired
    ProjectService projects;

    @Autowired
    Visitor visitor;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identities;

    @Autowired
    ObjectProvider<GoneTasks> gone;

    TestGround.Circo circo;
    Campaign campaign;
    Survey survey;
    String task;
    TheCase theCase;

    @BeforeEach
    void aFormLeftOpen() {
        circo = ground.circonscription(2);
        campaign = campaigns.campaign(circo, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), 80);
        theCase = driver.theCase("needsCampaign", campaign.id()).waitsAt("waitForAnswers");
        survey = campaigns.surveyOf(campaign, circo.schools().get(0));
        task = tasks.in("needsSurvey", survey.id()).get(0).id();
    }

    /** The engine finds no task, and no fault of its own. */
    @Test
    void theFormOfATaskThatIsOverIsNotLookedFor() {
        identities.setAuthenticatedUserId("a" + circo.ien().id());
        try {
            assertThatThrownBy(() -> forms.submitTaskForm("nulle-part", Map.of("decision", "MAINTENIR")))
                    .hasMessageContaining("Cannot find task with id nulle-part");
        } finally {
            identities.clearAuthentication();
        }
    }

    /** As the engine answers for a task it does not find. */
    private MockHttpServletResponse sends(Map<String, ?> form) throws Exception {
        return sends(form, 404, "Cannot find task with id");
    }

    private MockHttpServletResponse sends(Map<String, ?> form, int status, String words) throws Exception {
        Map<String, Object> variables = new HashMap<>();
        form.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        var request =
                new MockHttpServletRequest("POST", "/camunda/api/engine/engine/default/task/" + task + "/submit-form");
        request.setContentType("application/json");
        request.setContent(JSON.writeValueAsBytes(Map.of("variables", variables)));
        var response = new MockHttpServletResponse();
        new FrenchTaskErrors(JSON, gone).doFilter(request, response, (read, answer) -> {
            read.getInputStream().readAllBytes();
            ((jakarta.servlet.http.HttpServletResponse) answer).setStatus(status);
            answer.setContentType("application/json");
            answer.getOutputStream().write(JSON.writeValueAsBytes(Map.of("type", "Exception", "message", words)));
        });
        return response;
    }

    private static String message(MockHttpServletResponse response) throws Exception {
        JsonNode said = JSON.readTree(response.getContentAsByteArray());
        return PlainPages.plain(said.path("message").asText());
    }

    private void closes() {
        theCase.fires("deadlinePassed")
                .completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Cela suffit"))
                .waitsAt("reviewGrid");
    }

    /** Nothing was estimated from it, nor will be. */
    @Test
    void tellsThatTheProjectWasAbandonedSince() throws Exception {
        closes();
        ground.as(circo.ien());
        projects.abandon(campaign.projectId(), "La commune renonce.");
        ground.as(circo.directors().get(0));
        var response = sends(NeedsGround.answerWith("otherNeed", "Un atelier webradio"));
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(message(response)).contains("abandonnée").doesNotContain("estimée");
        assertThat(visitor.page(circo.directors().get(0), "/enquetes").text())
                .contains("Abandonnée, rien à répondre")
                .doesNotContain("Close sans réponse");
    }

    @Test
    void tellsThatTheAnswerCameTooLateAndKeepsItReadable() throws Exception {
        closes();
        ground.as(circo.directors().get(0));
        var response = sends(NeedsGround.answerWith("otherNeed", "Un atelier webradio"));
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(message(response))
                .contains(
                        "close et ses réponses traitées le mercredi 30 septembre 2026",
                        "n'est pas comptée",
                        circo.erun().fullName(),
                        "pas perdu",
                        "Enquêtes de mon école")
                .doesNotContain("déjà été traitée");
        assertThat(late.kept(survey.id()).orElseThrow().answers().text("otherNeed"))
                .isEqualTo("Un atelier webradio");
        assertThat(needs.answer(survey.id())).as("it counts nowhere").isEmpty();
        assertThat(needs.rate(campaign.id()).answered()).isZero();
    }

    /** The loser of a race meets a case half taken away, and the engine says whatever it stumbled over. */
    @Test
    void saysThatItIsOverWhateverTheEngineStumbledOver() throws Exception {
        String words = "Cannot invoke ExecutionEntity.removeTask because \"execution\" is null";
        ground.as(circo.directors().get(0));
        assertThat(message(sends(NeedsGround.answerWith("otherNeed", "x"), 500, words)))
                .as("still there")
                .contains("la tâche est toujours là");
        closes();
        assertThat(message(sends(NeedsGround.answerWith("otherNeed", "x"), 500, words)))
                .contains("n'est pas comptée")
                .doesNotContain("toujours là");
    }

    /** A double click, two tabs, the director and who stands in. */
    @Test
    void keepsOneOfSeveralThatComeAtOnce() throws Exception {
        closes();
        var pool = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 5; round++) {
                var everybody = new CyclicBarrier(6);
                List<Callable<String>> acts = IntStream.range(0, 6)
                        .<Callable<String>>mapToObj(i -> () -> {
                            ground.as(circo.directors().get(0));
                            everybody.await();
                            return message(sends(NeedsGround.answerWith("otherNeed", "Envoi " + i)));
                        })
                        .toList();
                for (Future<String> told : pool.invokeAll(acts)) {
                    assertThat(told.get()).contains("n'est pas comptée", "pas perdu");
                }
                assertThat(late.kept(survey.id()).orElseThrow().answers().text("otherNeed"))
                        .matches("Envoi [0-5]");
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void keepsAndTellsNothingToSomebodyElse() throws Exception {
        closes();
        ground.as(circo.directors().get(1));
        assertThat(message(sends(NeedsGround.goodAnswer())))
                .contains("déjà été traitée")
                .doesNotContain("dépouillée");
        assertThat(late.kept(survey.id())).isEmpty();
    }

    @Test
    void saysAlreadyDoneWhereTheAnswerCounted() throws Exception {
        ground.as(circo.directors().get(0));
        driver.theCase("needsSurvey", survey.id()).completes("answer", NeedsGround.goodAnswer());
        assertThat(message(sends(NeedsGround.goodAnswer())))
                .contains("déjà été traitée", "Rien n'a été enregistré une seconde fois");
        assertThat(late.kept(survey.id())).isEmpty();
    }

    @Test
    void speaksOfNoTaskWhereThereIsNone() throws Exception {
        var request = new MockHttpServletRequest(
                "POST", "/camunda/api/engine/engine/default/process-definition/x/submit-form");
        var response = new MockHttpServletResponse();
        new FrenchTaskErrors(JSON, gone).doFilter(request, response, (read, answer) -> {
            ((jakarta.servlet.http.HttpServletResponse) answer).setStatus(400);
            answer.setContentType("application/json");
            answer.getOutputStream().write("{\"message\":\"Cannot deserialize\"}".getBytes());
        });
        assertThat(message(response)).contains("rien n'a été enregistré.").doesNotContain("tâche");
    }
}
