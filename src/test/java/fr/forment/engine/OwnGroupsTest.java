package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.NeedsGround;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The spared walk through the authorisations gives nobody a right more, nor one less. */
@HouseTest
class OwnGroupsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    TestGround.Circo circo;
    Campaign campaign;

    @BeforeEach
    void threeSchoolsAreAsked() {
        circo = ground.circonscription(3);
        campaign = campaigns.campaign(circo, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), 80);
        driver.runDue();
    }

    @AfterEach
    void nobodyIsSignedIn() {
        engine.getIdentityService().clearAuthentication();
    }

    private List<String> seenWith(String... groups) {
        engine.getIdentityService().setAuthentication("somebody", List.of(groups));
        return engine.getTaskService().createTaskQuery().listPage(0, 50).stream()
                .map(Task::getId)
                .toList();
    }

    private String taskOf(int school) {
        engine.getIdentityService().clearAuthentication();
        return driver.theCase(
                        "needsSurvey",
                        campaigns
                                .surveyOf(campaign, circo.schools().get(school))
                                .id())
                .taskId("answer");
    }

    @Test
    void standsInTheEngineThatRuns() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat((Class<?>) configuration.getCommandExecutorTxRequired().execute(context -> context.getSession(
                                AuthorizationManager.class)
                        .getClass()))
                .isEqualTo(OwnGroups.class);
    }

    @Test
    void showsADirectorTheTaskOfTheOwnSchoolOnly() {
        assertThat(seenWith("directeur." + circo.schools().get(0))).containsExactly(taskOf(0));
        assertThat(seenWith(
                        "directeur." + circo.schools().get(0),
                        "directeur." + circo.schools().get(1),
                        "enseignant.0000000X"))
                .containsExactlyInAnyOrder(taskOf(0), taskOf(1));
    }

    @Test
    void showsNothingToGroupsWithoutRights() {
        assertThat(seenWith()).isEmpty();
        assertThat(seenWith(
                        "directeur",
                        "directeur.%",
                        "erun." + circo.uai(),
                        "enseignant." + circo.schools().get(0)))
                .isEmpty();
    }

    @Test
    void letsNobodyFinishOrClaimTheTaskOfAnotherSchool() {
        String other = taskOf(1);
        seenWith("directeur." + circo.schools().get(0));
        assertThatThrownBy(() -> engine.getTaskService().claim(other, "somebody"))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(other, NeedsGround.goodAnswer()))
                .isInstanceOf(AuthorizationException.class);
    }
}
