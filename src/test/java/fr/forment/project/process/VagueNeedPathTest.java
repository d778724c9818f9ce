package fr.forment.project.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.AgentFunction;
import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.people.ArrivalKind;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueEngaged;
import fr.forment.project.VagueState;
import fr.forment.project.WhatWasTold;
import fr.forment.project.need.VagueNeeds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Before the sessions of a vague its need is looked at again: the plan fits, an amendment, or nobody looked. */
@HouseTest
class VagueNeedPathTest {

    private static final Map<String, Object> FITS = Map.of("choice", "FITS", "motive", "");
    private static final Map<String, Object> AMEND =
            Map.of("choice", "AMEND", "motive", "Deux classes de plus <b>à Bruz</b>");
    private static final LocalDate AFTER_THE_SURVEY = LocalDate.of(2026, 9, 1);

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    Projects projects;

    @Autowired
    StaffService staff;

    @Autowired
    VagueNeeds needs;

    @Autowired
    OpenTasks tasks;

    @Autowired
    WhatWasTold told;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Circo circo;
    private Project project;
    private Vague vague;
    private TheCase theCase;

    @BeforeEach
    void trainersAreTrained() {
        told.startAnew();
        circo = ground.circonscription(2);
        stages.trainTrainers(circo);
        project = stages.created(circo, 1);
        stages.toBeginningOfFirstVague(project);
        jdbc.sql("UPDATE project SET survey_deadline = DATE '2026-08-31' WHERE id = ?")
                .param(project.id())
                .update();
        vague = projects.vagues(project.id()).get(0);
        theCase = driver.theCase("vague", vague.id()).waitsAt("reviewNeed");
    }

    @AfterEach
    void stopListening() {
        told.stop();
    }

    @Test
    void whereNothingChangedItIsOneClick() {
        assertThat(theCase.candidatesOf("reviewNeed"))
                .containsExactlyInAnyOrder(
                        Groups.of(Role.CPC, circo.uai()),
                        Groups.of(Role.ERUN, circo.uai()),
                        Groups.of(Role.IEN, circo.uai()));
        assertThat(theCase.nameOf("reviewNeed")).startsWith("Revoir le besoin avant les sessions – Vague 1");
        assertThat(theCase.formOf("reviewNeed").get("choice")).isEqualTo("FITS");
        assertThat(theCase.formOf("reviewNeed").get("needChanges").toString()).contains("aucune école");
        assertThat(told.heard()).doesNotContain(new VagueEngaged(vague.id()));

        theCase.completes("reviewNeed", FITS)
                .passed("recordNeed", "openSessions")
                .waitsAt("trained");
        assertThat(told.heard()).contains(new VagueEngaged(vague.id()));
        assertThat(now().needReviewedOn()).isEqualTo(driver.now().toLocalDate());
        assertThat(milestones()).contains("NEED_CONFIRMED");
    }

    @Test
    void theFormSaysWhoCameWhoLeftWhoIsTrainedAndWherePlacesAreMissing() {
        planInForce(20);
        theCase = again();
        staff.registerAll(
                List.of(NewAgent.inSchool(
                                "Nouvel",
                                "Ève",
                                "eve." + circo.uai().toLowerCase() + "@exemple.invalid",
                                AgentFunction.ADJOINT,
                                circo.schools().get(0))
                        .since(AFTER_THE_SURVEY)),
                ArrivalKind.NEWCOMER);
        stages.trainTeacher(circo.teachers().get(2));
        staff.leave(circo.teachers().get(1).id(), AFTER_THE_SURVEY);
        jdbc.sql("UPDATE vague_school SET state = 'RETIREE' WHERE vague_id = ? AND school_uai = ?")
                .params(vague.id(), circo.schools().get(1))
                .update();

        var need = needs.of(vague.id());
        assertThat(List.of(need.arrived(), need.departed(), need.trained(), need.left()))
                .containsExactly(1, 1, 0, 1);
        assertThat(need.isAsPlanned()).isFalse();
        jdbc.sql("UPDATE vague_school SET state = 'CANDIDATE' WHERE vague_id = ?")
                .param(vague.id())
                .update();
        assertThat(needs.of(vague.id()).trained()).isEqualTo(1);
        assertThat(needs.arrived(vague.id(), 8)).singleElement().asString().startsWith("Ève Nouvel (");
        assertThat(needs.of(vague.id()).grid())
                .extracting(fit -> fit.sentence())
                .singleElement()
                .asString()
                .startsWith("Présentation de l'ENT")
                .endsWith(" : 25 personnes à former, 20 places (il en manque 5)");
        var opened = tasks.prefilled("vague", vague.id(), "reviewNeed");
        assertThat(opened.get("needChanges").toString()).contains("Ève Nouvel", "1 personne arrivée");
        assertThat(opened.get("needGrid").toString()).contains("il en manque 5");
        assertThat(opened.get("choice")).as("nothing is chosen for them").isEqualTo("");
    }

    @Test
    void anAnswerIsRefusedWithoutChoiceReasonOrPlan() {
        assertThat(theCase.refuses("reviewNeed", Map.of("choice", "ALL", "motive", "what no button says")))
                .contains("Choisissez");
        assertThat(theCase.refuses("reviewNeed", Map.of("choice", "", "motive", "")))
                .contains("Choisissez");
        assertThat(theCase.refuses("reviewNeed", Map.of("choice", "AMEND", "motive", " ")))
                .contains("ce qui a changé");
        assertThat(theCase.refuses("reviewNeed", Map.of("choice", "AMEND", "motive", "x".repeat(1001))))
                .contains("1 000");
        jdbc.sql("UPDATE training_plan SET state = 'CLOS' WHERE project_id = ?")
                .param(project.id())
                .update();
        assertThat(theCase.refuses("reviewNeed", AMEND)).contains("pas de plan en vigueur");
        assertThat(now().needReviewedOn()).isNull();
        assertThat(state()).isEqualTo(VagueState.ECOLES_ENGAGEES);
    }

    @Test
    void anAmendmentIsBegunOnceWhereThePlanNoLongerFits() {
        planInForce(20);
        theCase.completes("reviewNeed", AMEND)
                .passed("recordNeed", "openSessions")
                .waitsAt("trained");
        assertThat(amendments())
                .singleElement()
                .asString()
                .isEqualTo("Besoin revu avant la vague 1 : Deux classes de plus <b>à Bruz</b>");
        assertThat(milestones()).contains("NEED_AMENDED");
    }

    /** What the form takes, the amendment takes too. */
    @Test
    void theLongestReasonOpensItsAmendment() {
        planInForce(20);
        String longest = "x".repeat(1000);
        theCase.completes("reviewNeed", Map.of("choice", "AMEND", "motive", longest))
                .waitsAt("trained");
        assertThat(amendments()).containsExactly("Besoin revu avant la vague 1 : " + longest);
    }

    @Test
    void aModuleThatIsNeededAndHasNoSessionIsSaid() {
        planInForce(20);
        int before = needs.of(vague.id()).grid().size();
        jdbc.sql(
                        "UPDATE planned_session SET module_code = 'SENS-CHGT' WHERE plan_id IN (SELECT id FROM training_plan WHERE project_id = ?)")
                .param(project.id())
                .update();
        assertThat(needs.of(vague.id()).grid())
                .hasSize(before + 1)
                .filteredOn(fit -> !fit.fits())
                .singleElement()
                .satisfies(fit -> assertThat(fit.sentence())
                        .startsWith("Présentation de l'ENT")
                        .endsWith(" à former, aucune session (il en manque 26)"));
    }

    @Test
    void whoIsTrainedMeanwhileIsSubtractedAndAPlaceThatIsGoneIsNone() {
        planInForce(20);
        stages.trainTeacher(circo.teachers().get(0));
        stages.trainTeacher(circo.teachers().get(2));
        assertThat(needs.of(vague.id()).grid()).singleElement().satisfies(fit -> assertThat(fit.sentence())
                .endsWith(" : 24 personnes à former, 20 places (il en manque 4)"));

        sessionOfTheLine("CLOTUREE");
        assertThat(needs.of(vague.id()).grid()).singleElement().satisfies(fit -> assertThat(fit.sentence())
                .endsWith(" : 24 personnes encore à former, aucune session à venir (il en manque 24)"));
        sessionOfTheLine("OUVERTE");
        assertThat(needs.of(vague.id()).grid()).singleElement().satisfies(fit -> assertThat(fit.sentence())
                .contains("24 personnes à former, 20 places"));
        sessionOfTheLine("ANNULEE");
        assertThat(needs.of(vague.id()).grid()).singleElement().satisfies(fit -> assertThat(fit.sentence())
                .contains("aucune session à venir"));
    }

    /** Whom the grid knew to be trained when it was counted is in its figure, and is not taken off twice. */
    @Test
    void whoWasTrainedBeforeTheGridIsNotSubtractedAgain() {
        planInForce(20);
        stages.trainTeacher(circo.teachers().get(0));
        jdbc.sql("UPDATE need_line SET already_trained = 1 WHERE school_uai = ?")
                .param(circo.schools().get(0))
                .update();
        assertThat(needs.of(vague.id()).grid()).singleElement().satisfies(fit -> assertThat(fit.sentence())
                .contains(" : 26 personnes à former"));
    }

    /** The one session of the plan stands there now. */
    private void sessionOfTheLine(String state) {
        jdbc.sql("DELETE FROM training_session WHERE project_id = ?")
                .param(project.id())
                .update();
        jdbc.sql("""
                INSERT INTO training_session (version, project_id, vague_id, plan_line, circonscription_uai, module_code, starts_at, ends_at, break_minutes,
                    place, format, trainer_kind, capacity, minimum, booked, offered, state, sequence, for_parents)
                VALUES (0, ?, ?, 1, ?, 'PRES-ECOLE', TIMESTAMP '2026-11-18 14:00:00', TIMESTAMP '2026-11-18 15:30:00', 0,
                    'Rennes', 'PRESENTIEL', 'EQUIPE_CIRCONSCRIPTION', 20, 3, 0, 0, ?, 0, FALSE)""").params(project.id(), vague.id(), circo.uai(), state).update();
    }

    @Test
    void anAmendmentInPreparationGoesOn() {
        planInForce(20);
        jdbc.sql("""
                INSERT INTO training_plan (version, project_id, number, kind, state, base_plan_id, reason, created_on)
                SELECT 0, project_id, 1, 'AVENANT', 'BROUILLON', id, 'Déjà là', created_on FROM training_plan WHERE project_id = ? AND state = 'APPROUVE'""").param(project.id()).update();
        theCase.completes("reviewNeed", AMEND).waitsAt("trained");
        assertThat(amendments()).containsExactly("Déjà là");
        assertThat(milestones()).contains("NEED_AMENDED");
    }

    @Test
    void silenceIsRemindedThenToldAndTheSessionsOpen() {
        theCase.fires("needLate").passed("remindNeed", "needReminded").waitsAt("reviewNeed");
        assertThat(stages.mailsTo(circo.erun(), "needAwaited")).isEqualTo(1);
        assertThat(stages.mailsTo(circo.cpc(), "needAwaited")).isEqualTo(1);
        assertThat(stages.mailsTo(circo.ien(), "needAwaited")).isZero();
        assertThat(stages.mailTo(circo.erun(), "needAwaited"))
                .contains("au plus tard le")
                .contains("18 h");

        theCase.fires("needOverdue")
                .passed("noteUnreviewed", "openSessions")
                .didNotPass("recordNeed")
                .waitsAt("trained");
        assertThat(told.heard()).contains(new VagueEngaged(vague.id()));
        assertThat(stages.mailsTo(circo.ien(), "needUnreviewed")).isEqualTo(1);
        assertThat(stages.mailsTo(circo.erun(), "needUnreviewed")).isEqualTo(1);
        assertThat(stages.mailTo(circo.ien(), "needUnreviewed")).contains("aucune école");
        assertThat(now().needReviewedOn()).isNull();
        assertThat(milestones()).contains("NEED_UNREVIEWED");
    }

    @Test
    void anAnswerLostWithTheMachineLeavesTheTaskAndNoAmendment() {
        planInForce(20);
        dies(() -> theCase.submits("reviewNeed", AMEND));
        assertThat(amendments()).isEmpty();
        assertThat(now().needReviewedOn()).isNull();
        theCase.waitsAt("reviewNeed").submits("reviewNeed", AMEND);
        assertThat(amendments()).as("kept with the answer").hasSize(1);
        dies(driver::runDue);
        assertThat(state()).isEqualTo(VagueState.ECOLES_ENGAGEES);
        theCase.waitsAt("trained");
        assertThat(amendments()).hasSize(1);
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void twoAnswersAtOnceAreOneReview() throws Exception {
        planInForce(20);
        var together = new CyclicBarrier(2);
        var hands = Executors.newFixedThreadPool(2);
        Callable<Boolean> answers = () -> {
            together.await();
            try {
                theCase.submits("reviewNeed", AMEND);
                return true;
            } catch (RuntimeException | AssertionError second) {
                return false;
            }
        };
        try {
            long kept = 0;
            for (var answer : hands.invokeAll(List.of(answers, answers))) {
                kept += answer.get() ? 1 : 0;
            }
            assertThat(kept).isEqualTo(1);
        } finally {
            hands.shutdownNow();
        }
        theCase.waitsAt("trained");
        assertThat(amendments()).hasSize(1);
        assertThat(milestones()).containsOnlyOnce("NEED_AMENDED");
    }

    /** Everybody of these schools needs one module; the plan of the vague has so many places for it. */
    private void planInForce(int places) {
        jdbc.sql("UPDATE training_plan SET state = 'CLOS' WHERE project_id = ?")
                .param(project.id())
                .update();
        jdbc.sql("""
                INSERT INTO training_plan (version, project_id, number, kind, state, created_on)
                VALUES (0, ?, 1, 'INITIAL', 'APPROUVE', DATE '2026-09-01')""").param(project.id()).update();
        jdbc.sql("""
                INSERT INTO planned_session (plan_id, line, phase, vague_rank, module_code, held_on, starts_at, minutes, place, format, capacity,
                    trainer_kind, profiles, expected)
                SELECT id, 1, 'VAGUE', 1, 'PRES-ECOLE', DATE '2026-11-18', TIME '14:00:00', 90, 'Rennes', 'PRESENTIEL', CAST(? AS INTEGER),
                       'EQUIPE_CIRCONSCRIPTION', 'ENSEIGNANT', 6 FROM training_plan WHERE project_id = ? AND state = 'APPROUVE'""").params(places, project.id()).update();
        jdbc.sql("DELETE FROM need_line WHERE campaign_id IN (SELECT id FROM campaign WHERE project_id = ?)")
                .param(project.id())
                .update();
        circo.schools().forEach(uai -> jdbc.sql("""
                INSERT INTO need_line (campaign_id, school_uai, module_code, profile, people, already_trained, wish)
                SELECT id, CAST(? AS VARCHAR(8)), 'PRES-ECOLE', 'ENSEIGNANT', 13, 0, '' FROM campaign WHERE project_id = ?""").params(uai, project.id()).update());
    }

    private List<String> amendments() {
        return jdbc.sql("SELECT reason FROM training_plan WHERE project_id = ? AND kind = 'AVENANT'")
                .param(project.id())
                .query(String.class)
                .list();
    }

    private Stream<String> milestones() {
        return jdbc
                .sql("SELECT what FROM journal WHERE kind = 'PROJECT' AND subject = ?")
                .param(String.valueOf(project.id()))
                .query(String.class)
                .list()
                .stream();
    }

    private void dies(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    private TheCase again() {
        return driver.theCase("vague", vague.id());
    }

    private Vague now() {
        return projects.vague(vague.id()).orElseThrow();
    }

    private VagueState state() {
        return now().state();
    }
}
