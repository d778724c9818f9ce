package fr.forment.project.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueDecision;
import fr.forment.project.VagueService;
import fr.forment.project.VagueState;
import fr.forment.project.WhatWasTold;
import fr.forment.territory.SchoolClosed;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the bilan of a vague the IEN has sessions held anew, through an amendment, before anything else begins. */
@HouseTest
class VagueRedoPathTest {

    private static final Map<String, Object> REDO =
            Map.of("choice", "REDO", "motive", "Trois écoles <b>sans</b> usage après un mois");

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    ProjectService service;

    @Autowired
    VagueService vagues;

    @Autowired
    Projects projects;

    @Autowired
    WhatWasTold told;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Project project;
    private TheCase theCase;

    /** Its only school has closed: there is nothing to open. */
    @BeforeEach
    void theBilanIsThere() {
        told.startAnew();
        circo = ground.circonscription(1);
        stages.trainTrainers(circo);
        project = stages.created(circo, 1);
        stages.begin(project);
        events.publishEvent(new SchoolClosed(circo.schools().get(0)));
        stages.reviewNeed(vague().id());
        vagues.trained(vague().id());
        jdbc.sql("UPDATE training_plan SET state = 'CLOS' WHERE project_id = ?")
                .param(project.id())
                .update();
        theCase = driver.theCase("vague", vague().id()).waitsAt("decideNext");
    }

    @AfterEach
    void stopListening() {
        told.stop();
    }

    @Test
    void theAmendmentIsAwaitedThenItsSessionsAreHeldAndTheBilanIsDecidedAgain() {
        ground.as(circo.ien());
        assertThat(theCase.refuses("decideNext", Map.of("choice", "REDO"))).contains("motif");
        assertThat(theCase.refuses("decideNext", REDO)).contains("pas de plan en vigueur");
        assertThat(vague().decision()).isNull();
        jdbc.sql("""
                INSERT INTO training_plan (version, project_id, number, kind, state, created_on)
                VALUES (0, ?, 1, 'INITIAL', 'APPROUVE', DATE '2026-09-01')""").param(project.id()).update();

        theCase.completes("decideNext", REDO).waitsAt("amended");
        assertThat(vague().decision()).isEqualTo(VagueDecision.REDO);
        assertThat(jdbc.sql("SELECT reason FROM training_plan WHERE project_id = ? AND kind = 'AVENANT'")
                        .param(project.id())
                        .query(String.class)
                        .list())
                .containsExactly("Sessions de la vague 1 à refaire : Trois écoles <b>sans</b> usage après un mois");

        told.stop(); // the phase of its first sessions is still under way for the session feature: it is not begun
        // twice
        service.amendmentDecided(project.id(), true, "Trois sessions de plus");
        theCase.waitsAt("trained");
        assertThat(vague().state()).isEqualTo(VagueState.FORMATION);
        vagues.trained(vague().id());
        theCase.waitsAt("decideNext").passed("amended", "reopenVague", "openSessions", "stabilise");
        assertThat(vague().decision()).isNull();
        assertThat(vague().state()).isEqualTo(VagueState.STABILISATION);
        assertThat(vague().trainedOn()).isNotNull();
        service.amendmentDecided(project.id(), true, "Un autre avenant");
        theCase.completes("decideNext", Map.of("choice", "CONTINUE")).isEnded();
    }

    @Test
    void sessionsThatAnAmendmentDecidedLateCanNoLongerHoldAreLookedAtTogetherBeforeTheyOpen() {
        ground.as(circo.ien());
        jdbc.sql("""
                INSERT INTO training_plan (version, project_id, number, kind, state, created_on)
                VALUES (0, ?, 1, 'INITIAL', 'APPROUVE', DATE '2026-09-01')""").param(project.id()).update();
        theCase.completes("decideNext", REDO).waitsAt("amended");
        told.stop();
        jdbc.sql("""
                INSERT INTO planned_session (plan_id, line, phase, vague_rank, module_code, held_on, starts_at, minutes, place, format, capacity,
                    trainer_kind, profiles, expected)
                SELECT id, 9001, 'VAGUE', 1, 'PEDA-1', DATE '2026-08-31', TIME '09:00', 180, 'Salle A', 'PRESENTIEL', 20,
                       'EQUIPE_CIRCONSCRIPTION', 'ENSEIGNANT', 6
                  FROM training_plan WHERE project_id = ? AND state = 'APPROUVE'""").param(project.id()).update();
        service.amendmentDecided(project.id(), true, "Une session, trop tard");
        theCase.waitsAt("reviewNeed").passed("reopenVague", "isStillLate");
        assertThat(theCase.formOf("reviewNeed").get("lateCount")).isEqualTo("1");
        theCase.completes("reviewNeed", Map.of("choice", "FITS", "motive", "")).waitsAt("trained");
    }

    private Vague vague() {
        return projects.vagues(project.id()).get(0);
    }
}
