package fr.forment.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A letter is about a version of a plan, the case about all of them. */
@HouseTest
class AskedTasksTest {

    @Autowired
    AskedTasks asked;

    @Autowired
    PlanningGround ground;

    @Autowired
    PlanService service;

    @Autowired
    Plans plans;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Clock clock;

    @Test
    void aRevisedPlanThatIsApprovedIsAskedForNoMore() {
        var made = ground.projectWithNeeds();
        long root = service.begin(made.number()).id();
        TheCase theCase = driver.theCase("trainingPlan", root);
        theCase.completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"))
                .completes("approve", Map.of("decision", "renvoyer", "remarks", "À revoir"))
                .completes("revise", Map.of("note", "Revu"))
                .waitsAt("approve");
        long second = plans.current(root).orElseThrow().id();
        assertThat(second).isNotEqualTo(root);
        QueuedMail letter = new QueuedMail(
                1,
                "trainingPlan:submit:" + second,
                "plan/submitted",
                null,
                "ien@exemple.invalid",
                "",
                "",
                "",
                "",
                MailState.QUEUED,
                clock.instant(),
                clock.instant(),
                null,
                0,
                null,
                null,
                null,
                0,
                null,
                null,
                null);
        assertThat(asked.settled(List.of(letter))).isEmpty();
        theCase.completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""));
        assertThat(asked.settled(List.of(letter))).containsExactly(1L);
    }
}
