package fr.forment.project.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.AgentFunction;
import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.project.BilanDue;
import fr.forment.project.Milestone;
import fr.forment.project.NeedsDue;
import fr.forment.project.PlanDue;
import fr.forment.project.Project;
import fr.forment.project.ProjectAbandoned;
import fr.forment.project.ProjectEvent;
import fr.forment.project.ProjectGround;
import fr.forment.project.ProjectProcess;
import fr.forment.project.ProjectService;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.project.TrainersDue;
import fr.forment.project.VagueState;
import fr.forment.project.WhatWasTold;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class EntProjectPathTest {

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    ProjectService service;

    @Autowired
    ProjectProcess process;

    @Autowired
    OpenTasks tasks;

    @Autowired
    Projects projects;

    @Autowired
    Journal history;

    @Autowired
    WhatWasTold told;

    @BeforeEach
    void listen() {
        told.startAnew();
    }

    @AfterEach
    void stopListening() {
        told.stop();
    }

    @Test
    void aFramingThatLiesIsHeardOfInTheDepartement() {
        Circo circo = ground.circonscription(1);
        Project project = stages.created(circo, 1);
        Agent above = ground.agent(NewAgent.inDepartement(
                "Numerique" + circo.uai(),
                "Dominique",
                "numerique" + circo.uai() + "@essai.fr",
                AgentFunction.IEN_NUMERIQUE,
                "035"));
        driver.theCase("entProject", project.id())
                .waitsAt("frame")
                .fires("framingLate")
                .fires("framingOverdue")
                .passed("escalateFraming")
                .waitsAt("frame");
        assertThat(stages.overdueTo(above, "entProject:frame:" + project.id()))
                .contains("l'IEN ou l'IEN en charge du numérique", "/retards?circonscription=" + circo.uai());
        assertThat(stages.overdueTo(circo.ien(), "entProject:frame:" + project.id()))
                .as("was reminded, and is not told of twice")
                .isEmpty();
    }

    @Test
    void goesFromTheFramingToTheContinuousPhase() {
        Circo circo = ground.circonscription(4);
        Project project = stages.created(circo, 2);
        TheCase theCase = driver.theCase("entProject", project.id());

        theCase.waitsAt("frame").fires("framingLate");
        assertThat(theCase.candidatesOf("frame"))
                .containsExactly(Groups.of(Role.IEN, circo.uai()), Groups.of(Role.IEN_NUMERIQUE, "035"));
        assertThat(theCase.nameOf("frame")).isEqualTo("Cadrer le projet – " + project.title());
        assertThat(stages.mailsTo(circo.ien(), "framingAwaited")).isEqualTo(1);

        theCase.completes("frame", stages.framing())
                .passed("recordFraming", "launchNeeds", "remindFraming")
                .waitsAt("needsGathered");
        assertThat(state(project)).isEqualTo(ProjectState.BESOINS);
        assertThat(told.heard()).contains(new NeedsDue(project.id()));

        service.needsGathered(project.id());
        theCase.waitsAt("planOutcome");
        assertThat(told.heard()).contains(new PlanDue(project.id()));

        service.planApproved(project.id());
        theCase.waitsAt("trainersTrained");
        assertThat(state(project)).isEqualTo(ProjectState.FORMATEURS);
        assertThat(told.heard()).contains(new TrainersDue(project.id()));
        theCase.passed("askFirstSchools");
        assertThat(projects.schoolsOf(projects.vagues(project.id()).get(0).id()))
                .as("while the trainers are trained: each names its resource person before the sessions open")
                .isNotEmpty()
                .allSatisfy(place -> driver.theCase("schoolOpening", place.id()).waitsAt("engage"));
        assertThat(projects.schoolsOf(projects.vagues(project.id()).get(1).id()))
                .as("one year ahead would be too early")
                .isNotEmpty()
                .noneMatch(place -> driver.isStarted("schoolOpening", place.id()));

        service.trainersTrained(project.id());
        driver.runDue();
        assertThat(stages.mailsTo(circo.directors().get(0), "engagementAsked"))
                .as("the vague begins: they are not asked twice")
                .isEqualTo(1);
        theCase.waitsAt("vagueClosed");
        assertThat(state(project)).isEqualTo(ProjectState.VAGUES);
        assertThat(driver.isStarted(
                        "vague", projects.vagues(project.id()).get(0).id()))
                .isTrue();

        process.vagueClosed(project.id());
        theCase.waitsAt("vagueClosed");
        assertThat(driver.isStarted(
                        "vague", projects.vagues(project.id()).get(1).id()))
                .isTrue();

        process.vagueClosed(project.id());
        theCase.waitsAt("validateBilan")
                .fires("bilanLate")
                .fires("bilanOverdue")
                .passed("escalateBilan");
        assertThat(stages.mailsTo(circo.ien(), "bilanAwaited")).isEqualTo(1);
        assertThat(told.heard()).contains(new BilanDue(project.id(), null));
        assertThat(theCase.refuses("validateBilan", Map.of("remarks", "Bien"))).contains("visa");
        assertThat(tasks.prefilled("entProject", project.id(), "validateBilan").get("stillOpen"))
                .as("who signs reads what is not through")
                .asString()
                .contains("sur 13 sans réponse décidée");

        theCase.completes("validateBilan", Map.of("visa", true, "remarks", "Bien parti."))
                .passed("recordBilan", "enterContinuousPhase")
                .isEnded();
        assertThat(state(project)).isEqualTo(ProjectState.CONTINU);
        assertThat(projects.find(project.id()).orElseThrow().bilanRemarks()).isEqualTo("Bien parti.");
    }

    @Test
    void framingIsRefusedAsLongAsSomethingIsWrongAndRecordedOnce() {
        Circo circo = ground.circonscription(2);
        Project project = stages.created(circo, 1);
        TheCase theCase = driver.theCase("entProject", project.id());

        assertThat(theCase.refuses("frame", Map.of()))
                .as("the usual values are there, the convention is not")
                .contains("convention");
        assertThat(theCase.refuses("frame", with("surveyOpensOn", ""))).contains("ouverture de l'enquête");
        assertThat(theCase.refuses("frame", with("surveyDeadline", ""))).contains("date limite");
        assertThat(theCase.refuses("frame", with("surveyDeadline", "2026-09-20")))
                .contains("10 jours de classe");
        assertThat(theCase.refuses("frame", with("surveyDeadline", "2026-12-01")))
                .contains("première vague");
        assertThat(theCase.refuses("frame", with("surveyOpensOn", "2026-08-20")))
                .contains("passé");
        assertThat(theCase.refuses("frame", with("responseThreshold", 0))).contains("pourcentage");
        assertThat(theCase.refuses("frame", with("teacherThreshold", "abc"))).contains("nombre entier");
        assertThat(theCase.refuses("frame", with("surveyOpensOn", "bientôt"))).contains("date");
        assertThat(theCase.refuses("frame", with("conventionSigned", false))).contains("convention");
        assertThat(state(project)).isEqualTo(ProjectState.CADRAGE);

        theCase.completes("frame", stages.framing());
        assertThatThrownBy(() -> theCase.completes("frame", stages.framing()))
                .as("a second click")
                .isInstanceOf(AssertionError.class);
        assertThat(history.latest(ProjectEvent.JOURNAL, project.id()))
                .filteredOn(event -> event.what().equals(Milestone.FRAMED.name()))
                .hasSize(1)
                .allSatisfy(event -> assertThat(event.byWhom()).isNotEqualTo(Journal.NOBODY));
    }

    @Test
    void aRejectedPlanIsMadeAgain() {
        Circo circo = ground.circonscription(2);
        Project project = atPlan(circo);
        TheCase theCase = driver.theCase("entProject", project.id());

        service.planRejected(project.id());
        theCase.waitsAt("decideAfterRejection")
                .fires("rejectionLate")
                .fires("rejectionOverdue")
                .passed("planRejected", "remindRejection", "escalateRejection");
        assertThat(stages.mailsTo(circo.ien(), "rejectionAwaited")).isEqualTo(1);
        assertThat(theCase.refuses("decideAfterRejection", Map.of())).contains("Choisissez");
        theCase.completes("decideAfterRejection", Map.of("choice", "REDO")).waitsAt("planOutcome");
        assertThat(told.heard()).filteredOn(new PlanDue(project.id())::equals).hasSize(2);
    }

    @Test
    void aRejectedPlanMayEndTheProject() {
        Project project = atPlan(ground.circonscription(2));
        TheCase theCase = driver.theCase("entProject", project.id());
        service.planRejected(project.id());

        assertThat(theCase.refuses("decideAfterRejection", Map.of("choice", "ABANDON")))
                .contains("motif");
        theCase.completes("decideAfterRejection", Map.of("choice", "ABANDON", "motive", "La commune se retire"))
                .passed("abandoned")
                .isEnded();
        assertThat(state(project)).isEqualTo(ProjectState.ABANDONNE);
        assertThat(told.heard()).contains(new ProjectAbandoned(project.id()));
    }

    @Test
    void doesNotWaitForTrainersWhenNobodyIsToBeTrained() {
        Project project = atPlan(ground.circonscription(2));
        told.atTrainersDue(() -> service.trainersTrained(project.id()));

        service.planApproved(project.id());
        driver.theCase("entProject", project.id()).waitsAt("vagueClosed").didNotPass("trainersTrained");
    }

    @Test
    void newsToldTwiceOrTooLateChangesNothing() {
        Project project = atPlan(ground.circonscription(2));
        service.planApproved(project.id());
        driver.runDue();

        service.planApproved(project.id());
        service.planRejected(project.id());
        service.needsGathered(project.id());
        driver.theCase("entProject", project.id()).waitsAt("trainersTrained");
        assertThat(history.latest(ProjectEvent.JOURNAL, project.id()))
                .filteredOn(event -> event.what().equals(Milestone.PLAN_APPROVED.name()))
                .hasSize(1);
    }

    @Test
    void abandonEndsTheProjectItsVaguesAndItsOpenings() {
        Circo circo = ground.circonscription(2);
        Project project = stages.inFirstVague(circo, 1);
        stages.trainTrainers(circo);
        long vague = projects.vagues(project.id()).get(0).id();
        driver.theCase("vague", vague).completes("settleTrainers", Map.of("choice", "RECHECK"));
        assertThat(ofProject()).contains("schoolOpening");

        assertThatThrownBy(() -> service.abandon(project.id(), " ")).isInstanceOf(Refusal.class);
        service.abandon(project.id(), "Marché annulé");

        assertThat(ofProject()).doesNotContain("entProject", "vague", "schoolOpening");
        assertThat(projects.vague(vague).orElseThrow().state()).isEqualTo(VagueState.SUSPENDUE);
        assertThat(history.latest(ProjectEvent.JOURNAL, project.id()).get(0).why())
                .isEqualTo("Marché annulé");
        assertThatThrownBy(() -> service.abandon(project.id(), "encore")).isInstanceOf(Refusal.class);
    }

    private Project atPlan(Circo circo) {
        Project project = stages.created(circo, 1);
        driver.theCase("entProject", project.id()).completes("frame", stages.framing());
        service.needsGathered(project.id());
        driver.runDue();
        return project;
    }

    private Map<String, Object> with(String field, Object value) {
        var form = new java.util.HashMap<>(stages.framing());
        form.put(field, value);
        return form;
    }

    private java.util.List<String> ofProject() {
        return driver.running().stream().map(running -> running.split(":")[0]).toList();
    }

    private ProjectState state(Project project) {
        return projects.find(project.id()).orElseThrow().state();
    }
}
