package fr.forment.session.process;

import java.util.Map;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.engine.TheCase.TasklistAction;
import fr.forment.session.MarksService;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import fr.forment.staff.AccountService;
import fr.forment.staff.Agent;
import fr.forment.staff.AgentFunction;
import fr.forment.staff.NewAgent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The attendance task names the trainer, whoever trains: each kind takes it in charge and ends it from Tasklist; nobody else does. */
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
        assertThat(theCase.asksFromTasklist(login, "mark", TasklistAction.claimFor(login))).isNull();
        assertThat(theCase.asksFromTasklist(login, "mark", END)).isNull();
        theCase.waitsAt("coldEvaluationDue");
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
        return ground.agent(NewAgent.inDepartement("Essai" + circo.uai(), "Noé", circo.uai() + ".n@exemple.invalid", function, "035"));
    }

    @Test
    void whoTrainsNoMoreEndsNothing() {
        TrainingSession session = some.session(circo, 10, 1);
        TheCase theCase = ended(session, circo.supplier());
        ground.as(circo.erun());
        sessions.entrustTo(session.id(), circo.cpc().id());
        ground.as(circo.supplier());
        assertThat(theCase.asksFromTasklist(login(circo.supplier()), "mark", END)).contains("n'est plus dans votre rôle");
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
        for (String timer : new String[] {"cutOffReached", "convocationDue", "reminderDue", "sessionStarted", "sessionEnded"}) {
            theCase.fires(timer);
        }
        marks.allPresent(session.id());
        return theCase.waitsAt("mark");
    }

    private String login(Agent agent) {
        return accounts.ofAgent(agent.id()).orElseThrow().login();
    }
}
