package fr.forment.session.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.access.AccountService;
import fr.forment.account.AgentFunction;
import fr.forment.attendance.MarksService;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.engine.TheCase.TasklistAction;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The attendance task names the trainer, whoever trains: each kind takes it in charge and ends it from Tasklist; nobody
 * else does.
 */
@HouseTest
class MarkedByItsTrainerTest {

    private static final TasklistAction END = TasklistAction.submit(Map.of("confirmed", true));

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService sessions;

    @Autowired
    MarksService marks;

    @Autowired
    AccountService accounts;

    @Autowired
    Visitor visitor;

    private TestGround.Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"supplier", "DSI", "CPC", "IEN", "director", "teacher", "E-RUN", "IEN numérique", "CPD"})
    void everyKindOfTrainer(String kind) {
        Agent trainer = trainer(kind);
        TheCase theCase = ended(trainer);
        ground.as(trainer);
        String login = login(trainer);
        assertThat(theCase.asksFromTasklist(login, "mark", TasklistAction.claimFor(login)))
                .isNull();
        assertThat(theCase.asksFromTasklist(login, "mark", END)).isNull();
        theCase.waitsAt("hotEvaluationLate");
    }

    private Agent trainer(String kind) {
        return switch (kind) {
            case "supplier" -> circo.supplier();
            case "DSI" -> circo.dsi();
            case "CPC" -> circo.cpc();
            case "IEN" -> circo.ien();
            case "director" -> circo.directors().get(1);
            case "teacher" -> circo.teachers().get(1);
            case "E-RUN" -> circo.erun();
            case "CPD" -> ofTheDepartement(AgentFunction.CPD);
            default -> ofTheDepartement(AgentFunction.IEN_NUMERIQUE);
        };
    }

    private Agent ofTheDepartement(AgentFunction function) {
        return ground.agent(NewAgent.inDepartement(
                "Essai" + circo.uai(), "Noé", circo.uai() + ".n@exemple.invalid", function, "035"));
    }

    @Test
    void whoTrainsNoMoreEndsNothing() {
        TrainingSession session = some.session(circo, 10, 1);
        TheCase theCase = ended(session, circo.supplier());
        ground.as(circo.erun());
        sessions.entrustTo(session.id(), circo.cpc().id());
        assertThat(theCase.candidatesOf("mark")).doesNotContain(login(circo.supplier()));
        theCase.alsoOfferedTo(login(circo.supplier()), "mark"); // as an operator might
        ground.as(circo.supplier());
        assertThat(theCase.asksFromTasklist(login(circo.supplier()), "mark", END))
                .contains("n'est plus dans votre rôle");
        ground.as(circo.erun());
        assertThat(theCase.asksFromTasklist(login(circo.erun()), "mark", END)).isNull();
    }

    /** The first one had taken it in charge, then fell ill. */
    @Test
    void whoIsNamedWhileTheTaskIsOpenGetsIt() {
        TrainingSession session = some.session(circo, 10, 1);
        TheCase theCase = ended(session, circo.supplier());
        String first = login(circo.supplier());
        String second = login(circo.cpc());
        ground.as(circo.supplier());
        assertThat(theCase.asksFromTasklist(first, "mark", TasklistAction.claimFor(first)))
                .isNull();
        ground.as(circo.erun());
        sessions.entrustTo(session.id(), circo.cpc().id());
        assertThat(theCase.candidatesOf("mark")).contains(second).doesNotContain(first);
        assertThat(theCase.assigneeOf("mark")).isNull();
        assertThat(theCase.hasRightOf(first, "mark")).isFalse();
        ground.as(circo.cpc());
        assertThat(theCase.asksFromTasklist(second, "mark", TasklistAction.claimFor(second)))
                .isNull();
        assertThat(theCase.asksFromTasklist(second, "mark", END)).isNull();
    }

    @Test
    void whatTheTrainerTookInChargeStaysBeforeTheErunWhoMayTakeItOver() throws Exception {
        TheCase theCase = ended(circo.supplier());
        String trainer = login(circo.supplier());
        ground.as(circo.supplier());
        assertThat(theCase.asksFromTasklist(trainer, "mark", TasklistAction.claimFor(trainer)))
                .isNull();
        assertThat(visitor.page(circo.erun(), "/").select("main details").text())
                .contains(
                        "1 tâche en cours chez quelqu'un d'autre",
                        circo.supplier().fullName());
        assertThat(visitor.page(circo.supplier(), "/").select("main details")).isEmpty();
        String takeOver = visitor.page(circo.erun(), "/")
                .select("form[action$=reprendre]")
                .attr("action");
        assertThat(visitor.as(circo.cpc(), post(takeOver)).getStatus())
                .as("not open to that person")
                .isEqualTo(404);
        assertThat(theCase.assigneeOf("mark")).isEqualTo(trainer);
        assertThat(visitor.as(circo.erun(), post(takeOver)).getRedirectedUrl())
                .endsWith("?task=" + theCase.taskId("mark"));
        assertThat(theCase.assigneeOf("mark")).isEqualTo(login(circo.erun()));
        assertThat(theCase.hasRightOf(trainer, "mark")).isFalse();
        ground.as(circo.erun());
        assertThat(theCase.asksFromTasklist(login(circo.erun()), "mark", END)).isNull();
    }

    @Test
    void aColleagueOfTheTrainersKindEndsNothing() {
        TheCase theCase = ended(circo.supplier());
        ground.as(circo.dsi());
        theCase.alsoOfferedTo(login(circo.dsi()), "mark"); // by an operator, say
        assertThat(theCase.asksFromTasklist(login(circo.dsi()), "mark", END)).contains("n'est plus dans votre rôle");
    }

    private TheCase ended(Agent trainer) {
        return ended(some.session(circo, 10, 1), trainer);
    }

    private TheCase ended(TrainingSession session, Agent trainer) {
        ground.as(circo.erun());
        sessions.entrustTo(session.id(), trainer.id());
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id());
        for (String timer : new String[] {
            "cutOffReached", "convocationDue", "reminderDue", "sessionMorning", "sessionStarted", "sessionEnded"
        }) {
            theCase.fires(timer);
        }
        marks.allPresent(session.id(), 1);
        return theCase.waitsAt("mark");
    }

    private String login(Agent agent) {
        return accounts.ofAgent(agent.id()).orElseThrow().login();
    }
}
