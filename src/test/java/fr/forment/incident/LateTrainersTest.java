package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.project.ProjectGround;
import fr.forment.project.ProjectService;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A plan approved after the days of its trainers' sessions: they get their dates together, before they open. */
@HouseTest
class LateTrainersTest {

    @Autowired
    PlanningGround ground;

    @Autowired
    TestGround people;

    @Autowired
    ProjectGround stages;

    @Autowired
    ProjectService projects;

    @Autowired
    Plans plans;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionDates dates;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Autowired
    ApprovedPlanGround approved;

    @Autowired
    JdbcClient jdbc;

    private PlanningGround.Case made;
    private TheCase theCase;
    private int planned;

    @BeforeEach
    void aPlanApprovedLate() {
        made = ground.projectWithNeeds();
        people.as(made.circo().ien());
        theCase = driver.theCase("entProject", made.number()).completes("frame", stages.framing());
        projects.needsGathered(made.number());
        driver.runDue();
        long plan = plans.latest(made.number()).orElseThrow().id();
        TheCase approval = driver.theCase("trainingPlan", plan)
                .completes("comment", Map.of("about", "", "remark", "", "choice", "soumettre"));
        List<PlannedSession> lines = plans.sessions(plan, Phase.FORMATEURS, null);
        planned = lines.size();
        assertThat(planned).isPositive();
        LocalDate last = lines.stream()
                .map(PlannedSession::day)
                .max(LocalDate::compareTo)
                .orElseThrow();
        long weeks = ChronoUnit.WEEKS.between(driver.now().toLocalDate(), last) + 1;
        lines.forEach(line -> jdbc.sql("UPDATE planned_session SET held_on = ? WHERE id = ?")
                .params(line.day().minusWeeks(weeks), line.id())
                .update());
        approval.completes("approve", Map.of("decision", "approuver", "remarks", ""));
        driver.runDue();
    }

    @Test
    void theirDatesAreProposedTogetherBeforeAnySessionOpens() throws Exception {
        theCase.passed("proposeTrainerDates").didNotPass("trainTrainers").waitsAt("replanned");
        assertThat(sessions.ofProject(made.number())).isEmpty();
        assertThat(visitor.page(made.circo().erun(), "/projets/" + made.number())
                        .text())
                .contains("étaient prévues trop tôt")
                .contains("toutes ensemble");

        decide("approuver", "");
        theCase.passed("trainTrainers").waitsAt("trainersTrained");
        LocalDate first = dates.firstDay(made.circo().uai());
        List<TrainingSession> opened = sessions.ofProject(made.number());
        assertThat(opened).hasSize(planned).allSatisfy(session -> {
            assertThat(session.state()).isNotEqualTo(SessionState.DATE_A_FIXER);
            assertThat(session.day()).isAfterOrEqualTo(first);
        });
        opened.forEach(approved::book);
        driver.travelTo(opened.stream()
                .map(TrainingSession::day)
                .max(LocalDate::compareTo)
                .orElseThrow()
                .plusDays(2)
                .atTime(9, 0));
        var blocked = visitor.page(made.circo().erun(), "/projets/" + made.number() + "/vagues/1/blocages");
        assertThat(blocked.text())
                .as("their days have passed, nobody has said who was there")
                .contains("Émargement attendu")
                .doesNotContain("rien en retard");
        assertThat(blocked.select("section[aria-labelledby=points] .tag.bad")).hasSizeGreaterThanOrEqualTo(planned);
    }

    @Test
    void aRejectionLetsThemOpenAsTheyAreAndEachAsksForItsDate() {
        decide("rejeter", "Chacun verra");
        theCase.passed("trainTrainers").waitsAt("trainersTrained");
        assertThat(sessions.ofProject(made.number()))
                .hasSize(planned)
                .allMatch(session -> session.state() == SessionState.DATE_A_FIXER);
    }

    @Test
    void soDoesAnAmendmentGivenUp() {
        projects.amendmentAbandoned(made.number(), "Chacun verra");
        driver.runDue();
        theCase.passed("trainTrainers").waitsAt("trainersTrained");
    }

    private void decide(String decision, String remarks) {
        driver.theCase("trainingPlan", plans.latest(made.number()).orElseThrow().id())
                .completes("approve", Map.of("decision", decision, "remarks", remarks));
        driver.runDue();
    }
}
