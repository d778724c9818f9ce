package fr.forment.plan.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.project.ProjectGround;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gate 1: not only is somebody certified for each module, they can also give the half-days the vague takes. */
@HouseTest
class EnoughTrainersTest {

    @Autowired
    PlanningGround ground;

    @Autowired
    TestGround people;

    @Autowired
    ProjectGround stages;

    @Autowired
    ProjectService projects;

    @Autowired
    Projects known;

    @Autowired
    Plans plans;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aVagueWaitsForHalfDaysThatNobodyCanGive() throws Exception {
        PlanningGround.Case made = ground.projectWithNeeds();
        people.as(made.circo().ien());
        driver.theCase("entProject", made.number()).completes("frame", stages.framing());
        projects.needsGathered(made.number());
        driver.runDue();
        driver.theCase("trainingPlan", plans.latest(made.number()).orElseThrow().id())
                .completes("comment", Map.of("about", "", "remark", "", "choice", "soumettre"))
                .completes("approve", Map.of("decision", "approuver", "remarks", ""));
        stages.trainTrainers(made.circo());
        away(made.circo().uai());
        projects.trainersTrained(made.number());
        driver.runDue();
        var vague = known.vagues(made.number()).get(0);
        TheCase theCase = driver.theCase("vague", vague.id()).waitsAt("settleTrainers");

        assertThat(theCase.formOf("settleTrainers").get("missingTrainings")).isEqualTo("0");
        assertThat(theCase.formOf("settleTrainers").get("trainerLacks").toString())
                .contains("il en manque", "0 avec les personnes habilitées");
        assertThat(stages.mailTo(made.circo().ien(), "trainersMissing")).contains("à assurer du");
        assertThat(visitor.page(made.circo().ien(), "/projets/" + made.number() + "/vagues/1/blocages")
                        .text())
                .contains("il en manque", "Habiliter ou ajouter des demi-journées");
        assertThat(theCase.refuses("settleTrainers", Map.of("choice", "RECHECK", "motive", "")))
                .contains("Il manque encore", "0 avec les personnes habilitées");
        theCase.waitsAt("settleTrainers");

        jdbc.sql("DELETE FROM trainer_absence").update();
        theCase.completes("settleTrainers", Map.of("choice", "RECHECK", "motive", ""))
                .waitsAt("reviewNeed");
        assertThat(known.vague(vague.id()).orElseThrow().trainerLacks()).isEmpty();
    }

    private void away(String circonscription) {
        jdbc.sql("""
                INSERT INTO trainer_absence (agent_id, from_day, until_day, reason)
                SELECT id, CAST(? AS DATE), CAST(? AS DATE), 'x' FROM agent WHERE circonscription_uai = ?""")
                .params(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), circonscription)
                .update();
    }
}
