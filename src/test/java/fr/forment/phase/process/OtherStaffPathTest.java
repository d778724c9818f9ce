package fr.forment.phase.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.NewAgent;
import fr.forment.project.VagueEngaged;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.ApprovedPlanGround.Planned;
import fr.forment.session.Enrolment;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who do not teach, the commune's too: named by the direction, they are in the sessions planned for them. */
@HouseTest
class OtherStaffPathTest {

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ApprovedPlanGround plans;

    @Autowired
    Sessions sessions;

    @Autowired
    Agents agents;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whomTheDirectionDeclaresHasAPlaceInTheSessionOfThePlan() throws Exception {
        Circo circo = ground.circonscription(1);
        String school = circo.schools().get(0);
        Agent aesh = ground.agent(NewAgent.inSchool(
                "Accompagnante",
                "Lou",
                "lou." + circo.uai().toLowerCase() + "@exemple.invalid",
                AgentFunction.AESH,
                school));
        assertThat(visitor.page(circo.directors().get(0), "/arrivees/declarer")
                        .select("select[name=function] option")
                        .eachAttr("value"))
                .contains("COMMUNAL");
        visitor.as(
                circo.directors().get(0),
                post("/arrivees/declarer")
                        .param("lastName", "Maternelle")
                        .param("firstName", "Zoé")
                        .param("email", "zoe." + circo.uai().toLowerCase() + "@exemple.invalid")
                        .param("function", "COMMUNAL")
                        .param("schoolUai", school)
                        .param("quotity", "100")
                        .param("takenUpOn", "2026-09-01")
                        .param("entExperience", "non"));
        Agent declared = agents.inSchool(school).stream()
                .filter(agent -> agent.function() == AgentFunction.COMMUNAL)
                .findFirst()
                .orElseThrow();

        Planned planned = plans.plan(circo, "FORMATEURS");
        plans.line(
                planned,
                1,
                "VAGUE",
                "PRES-PERSONNELS",
                LocalDate.of(2026, 11, 18),
                LocalTime.of(14, 0),
                60,
                20,
                circo.cpc().id(),
                List.of("NON_ENSEIGNANT"),
                Map.of(school, 2));
        plans.tell(new VagueEngaged(planned.vagueId()));
        driver.theCase(
                        "trainingPhase",
                        jdbc.sql("SELECT id FROM session_phase WHERE vague_id = ?")
                                .param(planned.vagueId())
                                .query(Long.class)
                                .single())
                .passed("openSessions");

        TrainingSession opened = sessions.ofProject(planned.projectId()).get(0);
        assertThat(sessions.enrolments(opened.id()))
                .extracting(Enrolment::agentId)
                .containsExactlyInAnyOrder(aesh.id(), declared.id());
    }

    /** Nobody decides in time: it is asked again, and by no means given up by itself. */
    @Test
    void whatBecomesOfASessionThatNobodyJoinedIsAPersonsDecision() {
        Circo circo = ground.circonscription(1);
        String school = circo.schools().get(0);
        Planned planned = plans.plan(circo, "FORMATEURS");
        plans.line(
                planned,
                1,
                "VAGUE",
                "PRES-PERSONNELS",
                LocalDate.of(2026, 11, 18),
                LocalTime.of(14, 0),
                60,
                20,
                circo.cpc().id(),
                List.of("NON_ENSEIGNANT"),
                Map.of(school, 2));
        plans.tell(new VagueEngaged(planned.vagueId()));
        driver.theCase(
                        "trainingPhase",
                        jdbc.sql("SELECT id FROM session_phase WHERE vague_id = ?")
                                .param(planned.vagueId())
                                .query(Long.class)
                                .single())
                .passed("openSessions");
        driver.runDue();
        TrainingSession empty = sessions.ofProject(planned.projectId()).get(0);
        TheCase nobody = driver.theCase("trainingSession", empty.id())
                .fires("cutOffReached")
                .waitsAt("prepare", "decideLow");
        nobody.fires("decisionMissing").didNotPass("notKept").waitsAt("prepare", "decideDate");
        assertThat(nobody.formOf("decideDate").get("reasons").toString()).contains("Personne n'est inscrit");
        nobody.completes("decideDate", Map.of("decision", "ANNULER", "motive", "Reportée à l'an prochain"))
                .isEnded();
    }

    @Test
    void whoIsDeclaredAfterTheOpeningHasThePlaceThePlanKeeps() {
        Circo circo = ground.circonscription(1);
        String school = circo.schools().get(0);
        Planned planned = plans.plan(circo, "FORMATEURS");
        plans.line(
                planned,
                1,
                "VAGUE",
                "PRES-PERSONNELS",
                LocalDate.of(2026, 11, 18),
                LocalTime.of(14, 0),
                60,
                20,
                circo.cpc().id(),
                List.of("NON_ENSEIGNANT"),
                Map.of(school, 1));
        plans.tell(new VagueEngaged(planned.vagueId()));
        driver.runDue();
        TrainingSession session = sessions.ofProject(planned.projectId()).get(0);
        assertThat(session.booked()).isZero();
        jdbc.sql("UPDATE training_session SET place = ? WHERE id = ?")
                .params(school, session.id())
                .update();
        Agent aesh = ground.agent(NewAgent.inSchool(
                "Tardive",
                "Lou",
                "tard." + circo.uai().toLowerCase() + "@exemple.invalid",
                AgentFunction.AESH,
                school));
        driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .didNotPass("askDecision")
                .waitsAt("prepare", "convocationDue");
        assertThat(sessions.enrolments(session.id()))
                .extracting(Enrolment::agentId)
                .containsExactly(aesh.id());
    }
}
