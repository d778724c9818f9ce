package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.access.AccountService;
import fr.forment.people.Agent;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlanningGround;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What one has taken in charge another does not end, whatever he sends; here the E-RUN's, whom the CPC is beside. */
@HouseTest
@Tag("attack")
class TaskInHandTest {

    private static final Map<String, Object> FORM = Map.of("remark", "", "about", "", "choice", "soumettre");

    @Autowired
    PlanningGround ground;

    @Autowired
    TestGround people;

    @Autowired
    PlanService service;

    @Autowired
    ProcessDriver driver;

    @Autowired
    ProcessEngine engine;

    @Autowired
    OpenTasks tasks;

    @Autowired
    AccountService accounts;

    private PlanningGround.Case made;
    private TheCase theCase;
    private long plan;
    private String task;

    @BeforeEach
    void aTaskThatTheErunHasTaken() {
        made = ground.projectWithNeeds();
        plan = service.begin(made.number()).id();
        theCase = driver.theCase("trainingPlan", plan).waitsAt("comment");
        task = tasks.in("trainingPlan", plan).get(0).id();
        signIn(made.circo().erun());
        engine.getTaskService().claim(task, login(made.circo().erun()));
    }

    @AfterEach
    void signOut() {
        engine.getIdentityService().clearAuthentication();
    }

    @Test
    void nobodyElseSendsItsForm() {
        signIn(made.circo().cpc());
        refuses(() -> engine.getFormService().submitTaskForm(task, new HashMap<>(FORM)));
        refuses(() -> engine.getFormService().submitTaskFormWithVariablesInReturn(task, new HashMap<>(FORM), false));
        refuses(() -> engine.getTaskService().complete(task, new HashMap<>(FORM)));
        refuses(() -> engine.getTaskService().complete(task));
        refuses(() -> engine.getTaskService().completeWithVariablesInReturn(task, new HashMap<>(FORM), false));
        waitsAt("comment");
    }

    @Test
    void whoeverHasItEndsIt() {
        people.as(made.circo().erun());
        engine.getFormService().submitTaskForm(task, new HashMap<>(FORM));
        waitsAt("approve");
    }

    @Test
    void whoeverTakesItOverEndsIt() {
        Agent cpc = made.circo().cpc();
        assertThat(tasks.takeOver(task, login(cpc), groups(cpc))).isTrue();
        signIn(made.circo().erun());
        refuses(() -> engine.getFormService().submitTaskForm(task, new HashMap<>(FORM)));
        signIn(cpc);
        people.as(cpc);
        engine.getFormService().submitTaskForm(task, new HashMap<>(FORM));
        waitsAt("approve");
    }

    /** A page of the house asked its own questions. */
    @Test
    void theHouseEndsItForWhomItsPagesLet() {
        signIn(made.circo().cpc());
        people.as(made.circo().cpc());
        assertThat(tasks.finish("trainingPlan", plan, "comment", FORM)).isTrue();
        waitsAt("approve");
    }

    /** Only boxes come as a list: under the name of a text it would be that text, brackets and all. */
    @Test
    void aListIsNoText() {
        var form = Variables.createVariables()
                .putValue("choice", "soumettre")
                .putValueTyped("remark", SpinValues.jsonValue("[\"À revoir\"]").create());
        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(task, form))
                .hasMessageContaining("attend un texte")
                .hasMessageContaining("remark");
        waitsAt("comment");
    }

    /** As the house sees it: a person is shown no case of the engine. */
    private void waitsAt(String activity) {
        signOut();
        theCase.waitsAt(activity);
    }

    private void refuses(ThrowingCallable sends) {
        Agent erun = made.circo().erun();
        assertThatThrownBy(sends).satisfies(no -> assertThat(no.toString())
                .contains("l'a prise en charge", "Rien n'a été enregistré", "Reprendre"));
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .as("it waits, as before it was %s's", login(erun))
                .isOne();
    }

    private void signIn(Agent who) {
        engine.getIdentityService().setAuthentication(login(who), groups(who));
    }

    private String login(Agent who) {
        return accounts.ofAgent(who.id()).orElseThrow().login();
    }

    private List<String> groups(Agent who) {
        engine.getIdentityService().clearAuthentication();
        return engine.getIdentityService().createGroupQuery().groupMember(login(who)).list().stream()
                .map(Group::getId)
                .toList();
    }
}
